using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Diplomacy.Votes.Reading;
using Noroshi.Diplomacy.Votes.Store;
using Noroshi.Shell;
using Noroshi.Shell.ReferenceData;
using Noroshi.Storage;

namespace Noroshi.Diplomacy.Votes.Features;

/// <summary>What the verbs about votes share.</summary>
internal static class VotesVerb
{
    /// <summary>The states of the reviewed reference data, those that ceased among them.</summary>
    internal static VoteStates States(CommandHost host) => VoteStates.Of(Tables(host));

    /// <summary>The reviewed reference data.</summary>
    internal static ReferenceTables Tables(CommandHost host) => Directory.Exists(Path.Combine(host.ReferenceData, "states"))
        ? ReferenceTables.Read(host.ReferenceData)
        : throw new RefusalException($"There are no reviewed states below {host.ReferenceData}. Set NOROSHI_REFERENCE to the folder that holds states/ and diplomacy/.");

    /// <summary>The kept votes.</summary>
    /// <exception cref="RefusalException">There are none.</exception>
    internal static VoteBook Kept(NodeOptions options)
    {
        var book = new VoteStore(options.DataDirectory).Read();
        return book.Choices.Length > 0
            ? book
            : throw new RefusalException($"No votes are kept in {options.DataDirectory}. Bring them with 'noroshi votes import VOTES.csv --roll-calls CALLS.csv --data {options.DataDirectory}'.", RefusalException.Input);
    }

    internal static string Word(Choice choice) => choice switch { Choice.Yes => "yes", Choice.No => "no", _ => "abstain" };
}
