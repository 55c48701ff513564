using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Formats;
using Noroshi.Federation;
using Noroshi.Kernel;
using Noroshi.Storage;

namespace Noroshi.Contacts.Features;

/// <summary>Takes <c>contacts.entries</c> of peers: the JSON file of their own state's points.</summary>
internal sealed class PeerEntriesReceiver(KeepPeerEntries keeping, ContactDirectory directory) : IMessageReceiver
{
    internal const string Type = "contacts.entries";

    public IReadOnlyCollection<string> Types { get; } = [Type];

    public async Task ReceiveAsync(RecordTransaction transaction, ReceivedMessage message, CancellationToken cancel)
    {
        if (!CountryCode.TryParse(message.State, out var state)) throw new PoisonedMessageException("The sender's state is not a code of a state.");
        var content = JsonContacts.Read(message.Data);
        List<FieldProblem> problems = [.. content.Problems];
        var entries = content.Entries.Select(entry => EntryReader.Read(entry.Fields, entry.Line, problems)).OfType<ContactEntry>().ToList();
        if (problems.Count > 0) throw new PoisonedMessageException(string.Join(" ", problems.Take(5)));
        try
        {
            await keeping.TakeInAsync(transaction, message.Peer, state, entries, cancel);
        }
        catch (ArgumentException wrong)
        {
            throw new PoisonedMessageException(wrong.Message, wrong);
        }
    }

    // The palette and the links of states read the copy in memory.
    public Task AppliedAsync(ReceivedMessage message, CancellationToken cancel) => directory.CurrentAsync(cancel);
}
