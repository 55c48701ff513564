// What the shell keeps for every room, said here with the kinds of the diplomatic record.
global using Noroshi.Shell.Entries;
global using Entry = Noroshi.Shell.Entries.Entry<Noroshi.Diplomacy.Desk.Domain.EntryKind>;
global using EntryRecords = Noroshi.Shell.Entries.EntryRecords<Noroshi.Diplomacy.Desk.Domain.EntryKind>;
global using KeepEntries = Noroshi.Shell.Entries.EntryKeeping<Noroshi.Diplomacy.Desk.Domain.EntryKind>;
global using NewEntry = Noroshi.Shell.Entries.NewEntry<Noroshi.Diplomacy.Desk.Domain.EntryKind>;
