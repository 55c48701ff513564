using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Storage;

namespace Noroshi.Diplomacy.Votes.Store;

/// <summary>The kept votes: one file below the data folder, written whole or not at all, with its own checksum.</summary>
/// <remarks>Version 1: magic, version, states, roll calls, columns of voters and choices, SHA-256 of all before it (ADR 0023).</remarks>
internal sealed class VoteStore(string dataFolder)
{
    private const int Version = 1;
    private const int SealLength = SHA256.HashSizeInBytes;

    private static ReadOnlySpan<byte> Magic => "NRSVOTES"u8;

    private string Folder { get; } = Path.Combine(dataFolder, "votes");

    private string FilePath => Path.Combine(Folder, "votes.bin");

    /// <summary>Changes whenever the file does; empty where there is none.</summary>
    internal string Stamp => new FileInfo(FilePath) is { Exists: true } file ? string.Create(CultureInfo.InvariantCulture, $"{file.LastWriteTimeUtc.Ticks}-{file.Length}") : "";

    /// <summary>The checksum at the end of the file; empty where there is none.</summary>
    internal string Seal
    {
        get
        {
            if (!File.Exists(FilePath)) return "";
            using var file = File.OpenRead(FilePath);
            if (file.Length < SealLength) return "";
            file.Seek(-SealLength, SeekOrigin.End);
            var seal = new byte[SealLength];
            file.ReadExactly(seal);
            return Convert.ToHexStringLower(seal);
        }
    }

    /// <summary>The kept votes; none where nothing was imported yet.</summary>
    /// <exception cref="RefusalException">The file is damaged or of a newer program.</exception>
    internal VoteBook Read()
    {
        if (!File.Exists(FilePath)) return VoteBook.Empty;
        var bytes = File.ReadAllBytes(FilePath);
        if (bytes.Length < Magic.Length + SealLength || !bytes.AsSpan().StartsWith(Magic) || !SHA256.HashData(bytes.AsSpan()[..^SealLength]).AsSpan().SequenceEqual(bytes.AsSpan()[^SealLength..]))
            throw new RefusalException($"{FilePath} is damaged: its checksum does not hold. Remove it and import the votes again, or restore a backup.");
        using var reader = new BinaryReader(new MemoryStream(bytes, Magic.Length, bytes.Length - Magic.Length - SealLength), Encoding.UTF8);
        if (reader.ReadInt32() is var version && version != Version) throw new RefusalException($"{FilePath} was written by another version of the program (form {version}). Use that version, or import the votes again.");
        var states = new string[reader.ReadInt32()];
        for (var state = 0; state < states.Length; state++) states[state] = reader.ReadString();
        var rollCalls = new RollCall[reader.ReadInt32()];
        var starts = new int[rollCalls.Length + 1];
        for (var at = 0; at < rollCalls.Length; at++)
        {
            rollCalls[at] = new RollCall((VoteLayout)reader.ReadByte(), reader.ReadString(), reader.ReadInt32(), DateOnly.FromDayNumber(reader.ReadInt32()), reader.ReadString(), reader.ReadString(), reader.ReadBoolean());
            starts[at + 1] = reader.ReadInt32();
        }

        var (voters, choices) = (new ushort[starts[^1]], new Choice[starts[^1]]);
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(voters.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(choices.AsSpan()));
        return new VoteBook(states, rollCalls, starts, voters, choices);
    }

    /// <summary>Brings votes into the kept ones and keeps the result; one import at a time.</summary>
    /// <exception cref="RefusalException">The folder may not be written, or another import is at work.</exception>
    internal void Keep(VoteBook brought)
    {
        try
        {
            Directory.CreateDirectory(dataFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            // The votes are a file of their own, so a node that serves the folder need not stop; only two imports must not meet.
            using var turn = new FileStream(Path.Combine(Folder, "import.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.None);
            Durable.Write(FilePath, Written(VoteMerge.Merge(Read(), brought)));
            Durable.SyncFolder(Folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException($"The votes cannot be kept in {Folder}: {problem.Message} What was kept before is untouched. Free space, give a folder this user may write with --data, or wait until another import has ended.", inner: problem);
        }
    }

    private static ReadOnlySpan<byte> Written(VoteBook book)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(book.States.Count);
        foreach (var state in book.States) writer.Write(state);
        writer.Write(book.RollCalls.Count);
        for (var at = 0; at < book.RollCalls.Count; at++)
        {
            var rollCall = book.RollCalls[at];
            writer.Write((byte)rollCall.Layout);
            writer.Write(rollCall.Id);
            writer.Write(rollCall.Session);
            writer.Write(rollCall.Date.DayNumber);
            writer.Write(rollCall.Resolution);
            writer.Write(rollCall.Title);
            writer.Write(rollCall.IsWhole);
            writer.Write(book.Starts[at + 1]);
        }

        writer.Write(MemoryMarshal.AsBytes(book.Voters.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(book.Choices.AsSpan()));
        writer.Flush();
        writer.Write(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)));
        writer.Flush();
        return content.GetBuffer().AsSpan(0, (int)content.Length);
    }
}
