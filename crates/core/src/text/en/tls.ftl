### What is said of certificates and of how pages are transported.

signal-certificate-untrusted = readers are warned away: the site's certificate is signed by { $issuer }, whom nobody vouches for
signal-certificate-self-signed = readers are warned away: the site's certificate is signed by nobody but itself
signal-certificate-name = readers are warned away: the certificate is for another name, { $name }
signal-certificate-revoked = readers are warned away: { $issuer } took the site's certificate back
signal-certificate-expired = readers are warned away: the site's certificate ran out at { $until }
signal-certificate-early = readers are warned away: the site's certificate is not valid before { $from }
signal-certificate-unread = the site shows no certificate that can be read
signal-certificate-incomplete = some readers may be warned away: the site no longer sends who vouches for its certificate
signal-certificate-issuer = another authority vouches for the site now: { $issuer }; before it was { $before }
signal-certificate-key = the site shows another key than it ever did, and nobody vouches for it
signal-certificate-expiry = the site's certificate runs out at { $until }, in less than three weeks, and was not renewed
signal-certificate-expiry-fortnight = the site's certificate runs out at { $until }, in less than two weeks, and was not renewed
signal-certificate-expiry-week = the site's certificate runs out at { $until }, in less than a week; readers will be warned away then
signal-certificate-expiry-day = the site's certificate runs out at { $until }, in less than a day; readers will be warned away then
signal-certificate-protocol = connections to the site are less well protected than they always were
signal-certificate-opened = something on this computer or its network opens encrypted connections: every site seems to be signed by { $issuer } now
signal-transport-plain = the page comes without encryption now; it always came with it
signal-transport-unshown = browsers no longer show the page, but save it or show its code: it is sent as "{ $said }"
signal-transport-host = another host of the site's answers now: { $host }
signal-transport-hsts = the site no longer tells browsers to insist on encryption
signal-transport-csp = the site no longer tells browsers what its pages may load
signal-transport-server = another kind of server answers now: { $server }
signal-robots-header = the server asks search engines to forget the page

baseline-certificate-taken = the site shows a certificate of { $issuer } that lasts until { $until }
baseline-certificate-current = its certificate is signed by { $issuer }, valid from { $from } to { $until }
baseline-certificate-signer = { $issuer } has signed for it, too
baseline-certificate-untrusted = browsers never trusted its certificate; that is as it always was
baseline-certificate-keys = { $keys ->
    [one] { $keys } key of its own is known
   *[other] { $keys } keys of its own are known
}
