using System.CommandLine;
using Noroshi.Storage;

namespace Noroshi.Shell;

/// <summary>The options every verb with a store shares: <c>--data</c>, <c>--database</c>, <c>--state</c>.</summary>
/// <remarks>
/// Each verb makes its own instance, adds it with <see cref="AddTo"/> and reads it with <see cref="Read"/>. The connection string may come
/// from the environment (<c>NOROSHI_DATABASE</c>) so that its password is not seen in the list of processes.
/// </remarks>
public sealed class FolderOptions
{
    /// <summary>Where the node keeps its things.</summary>
    public Option<string> Data { get; } = new("--data")
    {
        Description = "Folder where the node keeps everything (environment: NOROSHI_DATA).",
        HelpName = "DIR",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("NOROSHI_DATA") ?? "noroshi-data",
    };

    /// <summary>PostgreSQL connection string; without it records are kept in SQLite.</summary>
    public Option<string?> Database { get; } = new("--database")
    {
        Description = "PostgreSQL connection string for records, e.g. \"Host=db;Database=noroshi\" (environment: NOROSHI_DATABASE).",
        HelpName = "CONNECTION",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("NOROSHI_DATABASE"),
    };

    /// <summary>The state that runs the node.</summary>
    public Option<string> State { get; } = new("--state")
    {
        Description = "ISO 3166-1 alpha-2 code of the state that runs this node (environment: NOROSHI_STATE).",
        HelpName = "CODE",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("NOROSHI_STATE") ?? "JP",
    };

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Add(Data);
        verb.Add(Database);
        verb.Add(State);
    }

    /// <summary>What was asked for.</summary>
    public NodeOptions Read(ParseResult asked, CommandHost host) => new()
    {
        DataDirectory = Path.GetFullPath(asked.GetRequiredValue(Data)),
        Database = asked.GetValue(Database) is { Length: > 0 } database ? database : null,
        State = asked.GetRequiredValue(State).ToUpperInvariant(),
        ReferenceData = host.ReferenceData,
    };

    /// <summary>What was asked for by a verb whose <c>--state</c> means another state: the node's own comes from its environment alone.</summary>
    public NodeOptions ReadForeign(ParseResult asked, CommandHost host) => new()
    {
        DataDirectory = Path.GetFullPath(asked.GetRequiredValue(Data)),
        Database = asked.GetValue(Database) is { Length: > 0 } database ? database : null,
        State = (Environment.GetEnvironmentVariable("NOROSHI_STATE") ?? "JP").ToUpperInvariant(),
        ReferenceData = host.ReferenceData,
    };
}
