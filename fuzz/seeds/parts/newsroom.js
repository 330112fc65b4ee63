(function(){'use strict';var clock=document.querySelector('.nw-clock');if(!clock){return;}
setInterval(function(){clock.textContent=new Date().toTimeString().slice(0,8);},1000);})();
