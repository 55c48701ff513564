using Noroshi.Storage;

namespace Noroshi.Contacts.Hotline;

/// <summary>What the API says of conversations and messages.</summary>
internal static class Answers
{
    internal sealed record TextAnswer(string Ja, string En);

    internal sealed record ConversationAnswer(
        string Id, string State, string Peer, string Subject, DateTimeOffset OpenedAt, bool OpenedHere, DateTimeOffset LastAt, DateTimeOffset? ClosedAt, long Waiting, string? LastClass, string? LastPrecedence);

    internal sealed record ReceiptAnswer(string Kind, bool Ours, DateTimeOffset At, TextAnswer Function, TextAnswer Organisation);

    internal sealed record FileAnswer(int Position, string Name, string Type, long Size, string Sha256);

    internal sealed record StepAnswer(int Step, DateTimeOffset At, string Organisation, string Role);

    internal sealed record RingAnswer(DateTimeOffset ArrivedAt, DateTimeOffset TargetAt, bool Rang, DateTimeOffset? StoppedAt);

    internal sealed record MessageAnswer(
        string Id, string Number, bool Ours, string Class, string Precedence, string Marking, string Subject, TextAnswer Text, bool Attribution, TextAnswer Function, TextAnswer Organisation,
        DateTimeOffset SaidAt, DateTimeOffset RecordedAt, string Digest, string? Delivery, RingAnswer? Ring, IReadOnlyList<ReceiptAnswer> Receipts, IReadOnlyList<FileAnswer> Files, IReadOnlyList<StepAnswer> Escalations);

    internal sealed record WholeAnswer(ConversationAnswer Conversation, IReadOnlyList<MessageAnswer> Messages, IReadOnlyList<string> Missing);

    internal static ConversationAnswer Of(Conversation one, SaidMessage? last) => new(
        one.Id, one.State, one.Peer, one.Subject, one.OpenedAt, one.OpenedHere, one.LastAt, one.ClosedAt, one.Waiting, last?.Kind, last?.Urgency);

    internal static WholeAnswer Of(ConversationView view, NodeOptions options) => new(
        Of(view.Conversation, view.Messages.Count > 0 ? view.Messages[^1].Message : null), [.. view.Messages.Select(one => Of(one, view.Conversation, options))], view.Missing);

    private static MessageAnswer Of(MessageView view, Conversation conversation, NodeOptions options)
    {
        var said = view.Message;
        return new MessageAnswer(
            said.Id, said.Label(options.State, conversation.State), said.Outgoing, said.Kind, said.Urgency, said.Marking, said.Subject, Of(said.Text), said.Attributes, Of(said.Function), Of(said.Organisation),
            said.SaidAt, said.RecordedAt, said.Digest, view.Delivery?.State.ToString().ToLowerInvariant(),
            view.Ring is { } ring ? new RingAnswer(ring.ArrivedAt, ring.TargetAt, ring.Rang, ring.StoppedAt) : null,
            [.. view.Receipts.Select(receipt => new ReceiptAnswer(receipt.Kind, receipt.Outgoing, receipt.At, Of(receipt.Function), Of(receipt.Organisation)))],
            [.. view.Files.Select(file => new FileAnswer(file.Position, file.Name, file.Type, file.Size, file.Sha256))],
            [.. view.Escalations.Select(step => new StepAnswer(step.Position, step.At, step.Organisation, step.Role))]);
    }

    private static TextAnswer Of(BothLanguages text) => new(text.Ja, text.En);
}
