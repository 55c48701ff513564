// What the shell keeps for every room, said here with the kinds of the registry of capacity building.
global using Noroshi.Shell.Entries;
global using Entry = Noroshi.Shell.Entries.Entry<Noroshi.Capacity.Registry.EntryKind>;
global using EntryKeeping = Noroshi.Shell.Entries.EntryKeeping<Noroshi.Capacity.Registry.EntryKind>;
global using EntryRecords = Noroshi.Shell.Entries.EntryRecords<Noroshi.Capacity.Registry.EntryKind>;
global using NewEntry = Noroshi.Shell.Entries.NewEntry<Noroshi.Capacity.Registry.EntryKind>;
