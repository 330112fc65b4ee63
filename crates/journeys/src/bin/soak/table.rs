//! A table of numbers that grows by a line at a time, in memory and as a CSV file: what a run that is cut short has
//! measured is there.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// Columns by name, and lines of as many numbers.
#[derive(Debug)]
pub(crate) struct Table {
    columns: Vec<String>,
    lines: Vec<Vec<f64>>,
    file: Option<File>,
}

impl Table {
    /// An empty one that is written to this file, in the place of what was there.
    pub(crate) fn create(file: &Path, columns: &[&str]) -> Result<Self> {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        }
        let mut csv = File::create(file).with_context(|| file.display().to_string())?;
        writeln!(csv, "{}", columns.join(","))?;
        let columns = columns.iter().map(|&column| column.to_owned()).collect();
        Ok(Self { columns, lines: Vec::new(), file: Some(csv) })
    }

    /// The one in this file.
    pub(crate) fn read(file: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
        let mut lines = text.lines();
        let columns: Vec<String> = lines.next().unwrap_or_default().split(',').map(str::to_owned).collect();
        let read = |line: &str| -> Result<Vec<f64>> {
            let cells: Vec<f64> = line.split(',').map(str::parse).collect::<Result<_, _>>()?;
            ensure!(cells.len() == columns.len(), "{} cells", cells.len());
            Ok(cells)
        };
        let lines = lines.map(|line| read(line).with_context(|| format!("{}: the line {line:?}", file.display())));
        let lines = lines.collect::<Result<_>>()?;
        Ok(Self { columns, lines, file: None })
    }

    /// One line more, in the order of the columns.
    pub(crate) fn add(&mut self, line: Vec<f64>) -> Result<()> {
        ensure!(line.len() == self.columns.len(), "{} numbers for {} columns", line.len(), self.columns.len());
        if let Some(file) = &mut self.file {
            // Whole numbers have no point, others as much as can be told apart.
            let cells: Vec<String> = line.iter().map(|cell| format!("{}", (cell * 1000.0).round() / 1000.0)).collect();
            writeln!(file, "{}", cells.join(","))?;
        }
        self.lines.push(line);
        Ok(())
    }

    /// Whether there is a column of this name.
    pub(crate) fn has(&self, column: &str) -> bool {
        self.columns.iter().any(|name| name == column)
    }

    /// Two columns beside each other, of the lines where a third has this whole number.
    pub(crate) fn points(&self, x: &str, y: &str, only: Option<(&str, f64)>) -> Result<Vec<(f64, f64)>> {
        let place = |column: &str| {
            self.columns.iter().position(|name| name == column).with_context(|| format!("there is no column {column}"))
        };
        let (x, y) = (place(x)?, place(y)?);
        let only = only.map(|(column, value)| Ok::<_, anyhow::Error>((place(column)?, value))).transpose()?;
        let lines =
            self.lines.iter().filter(|line| only.is_none_or(|(column, value)| (line[column] - value).abs() < 0.5));
        Ok(lines.map(|line| (line[x], line[y])).collect())
    }

    /// The last line's number in this column.
    pub(crate) fn last(&self, column: &str) -> Result<f64> {
        let points = self.points(column, column, None)?;
        Ok(points.last().context("nothing was measured")?.0)
    }

    /// The greatest number in this column.
    pub(crate) fn most(&self, column: &str) -> Result<f64> {
        Ok(self.points(column, column, None)?.into_iter().map(|(number, _)| number).fold(0.0, f64::max))
    }
}
