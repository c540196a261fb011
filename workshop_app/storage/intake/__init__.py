"""Reading a day that somebody else wrote: CSV, spreadsheets and JSON."""
