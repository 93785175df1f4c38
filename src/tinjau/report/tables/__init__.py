"""Every result as flat tables: for a workbook, for CSV files, and for whoever puts one into a paper."""

from tinjau.report.tables.csv_files import csv_files
from tinjau.report.tables.flat import data_tables
from tinjau.report.tables.table import DataTable

__all__ = ["DataTable", "csv_files", "data_tables"]
