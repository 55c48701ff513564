using System.Globalization;
using Noroshi.Contacts.Ui.Hotline;
using Noroshi.Kernel;
using Noroshi.Shell.Documents;

namespace Noroshi.Contacts.Hotline;

/// <summary>The transcript as a Word document in the language of the request; the texts stand in the languages they were sent in.</summary>
internal sealed class TranscriptDocument(HotlineLabels labels, Noroshi.Storage.NodeOptions options, TimeProvider clock)
{
    internal byte[] Write(ConversationView view)
    {
        var marking = MakeTranscript.Marking(view).Label();
        var title = HotlineLabels.Say("TranscriptTitle", labels.State(options.State), labels.State(view.Conversation.State));
        var document = new WordDocument(title, options.Exercise ? $"EXERCISE / 演習 · {marking}" : marking, CultureInfo.CurrentUICulture);
        document.Title(title);
        Head(document, view);
        foreach (var one in view.Messages) Message(document, one, view.Conversation);
        return document.ToArray();
    }

    private void Head(WordDocument document, ConversationView view)
    {
        var conversation = view.Conversation;
        document.Line($"{HotlineLabels.Text("Subject")}: {conversation.Subject}");
        document.Line($"{HotlineLabels.Text("ConversationId")}: {conversation.Id}");
        document.Line($"{HotlineLabels.Text("Opened")}: {HotlineLabels.Moment(conversation.OpenedAt)}");
        document.Line($"{HotlineLabels.Text("Closed")}: {(conversation.ClosedAt is { } closed ? HotlineLabels.Moment(closed) : HotlineLabels.Text("NotClosed"))}");
        document.Line($"{HotlineLabels.Text("MadeAt")}: {HotlineLabels.Moment(clock.GetUtcNow())}");
        if (view.Missing.Count > 0) document.Line(HotlineLabels.Say("MissingNumbers", string.Join(", ", view.Missing)), bold: true);
    }

    private void Message(WordDocument document, MessageView view, Conversation conversation)
    {
        var message = view.Message;
        document.Heading($"{message.Label(options.State, conversation.State)} · {HotlineLabels.Class(message.Kind)} · {HotlineLabels.Of(message.Precedence)} · {message.Marking}");
        document.Line($"{HotlineLabels.Moment(message.SaidAt)} · {message.Organisation.Shown} · {message.Function.Shown}");
        document.Line($"{HotlineLabels.Text("Subject")}: {message.Subject}", bold: true);
        foreach (var line in new[] { message.TextJa, message.TextEn }.Where(text => text.Length > 0).SelectMany(text => text.Split('\n'))) document.Line(line);
        document.Line(HotlineLabels.Text(message.Attributes ? "AttributionYes" : "AttributionNo"));
        foreach (var file in view.Files) document.Line($"{HotlineLabels.Text("File")}: {file.Name} · {file.Type} · {file.Size.ToString("N0", CultureInfo.CurrentCulture)} B · SHA-256 {file.Sha256}");
        foreach (var receipt in view.Receipts) document.Line($"{HotlineLabels.Of(receipt.What)}: {HotlineLabels.Moment(receipt.At)} · {receipt.Organisation.Shown} · {receipt.Function.Shown}");
        foreach (var step in view.Escalations) document.Line(HotlineLabels.Say("EscalatedAt", step.Position, HotlineLabels.Of(step.Rung.Role), HotlineLabels.Moment(step.At)));
        document.Line($"SHA-256 {message.Digest}");
    }
}
