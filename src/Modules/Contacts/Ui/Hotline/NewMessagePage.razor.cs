using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Noroshi.Contacts.Hotline;
using Noroshi.Federation;
using Noroshi.Kernel;
using Noroshi.Storage;

namespace Noroshi.Contacts.Ui.Hotline;

/// <summary>Writes a message: to whom, what it is, how soon; a flash message is shown once more before it goes.</summary>
public sealed partial class NewMessagePage
{
    private bool loaded;
    private bool preview;
    private string? refusal;
    private Conversation? conversation;
    private IReadOnlyList<KnownPeer> peers = [];
    private IReadOnlyList<Phrase> phrases = [];
    private Phrase? phrase;
    private TypedMessage typed = null!;
    private WrongContentException? wrong;
    private HotlineSettings settings = new();

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    private string Here => conversation is null ? "/hotline/new" : "/hotline/new?conversation=" + conversation.Id;

    protected override async Task OnInitializedAsync()
    {
        var (query, cancel) = (Context.Request.Query, Context.RequestAborted);
        peers = [.. (await Reading.PeersAsync(cancel)).Where(peer => peer.Active)];
        settings = await Records.ReadAsync(cancel);
        phrases = await Book.AllAsync(cancel);
        phrase = phrases.FirstOrDefault(one => one.Id == query["phrase"]);
        conversation = query["conversation"].ToString() is { Length: > 0 } id ? await Conversations.FindAsync(id, cancel) : null;
        if (conversation is not null && peers.All(peer => peer.NodeId != conversation.Peer)) peers = [];
        typed = new TypedMessage(
            conversation?.Peer ?? peers.FirstOrDefault(peer => peer.NodeId == query["to"] || peer.State == query["to"])?.NodeId ?? (peers.Count > 0 ? peers[0].NodeId : ""),
            phrase?.Kind ?? Known(HotlineWords.Classes, query["class"], "notification"),
            phrase?.Urgency ?? Known(HotlineWords.Precedences, query["precedence"], "routine"),
            Tlp.Amber.Label(),
            "",
            Filled(phrase?.TextJa),
            Filled(phrase?.TextEn),
            false,
            [],
            Guid.NewGuid().ToString("N"));
        loaded = true;
    }

    private async Task SayAsync()
    {
        var (form, cancel) = (Context.Request.Form, Context.RequestAborted);
        typed = TypedMessage.WithoutFiles(form);
        try
        {
            typed = await TypedMessage.ReadAsync(form, cancel);
            var peer = conversation?.Peer ?? typed.To;
            if (typed.ToDraft(peer, conversation?.Id) is not { } draft)
            {
                Refuse(HotlineLabels.Text("FormWrong"));
                return;
            }

            draft = draft.Checked();
            if (PhraseBook.HasOpenPart(draft.Text.Ja) || PhraseBook.HasOpenPart(draft.Text.En))
            {
                Refuse(HotlineLabels.Text("OpenParts"));
                return;
            }

            if (draft.Precedence == Precedence.Flash && form["confirmed"] != typed.Seen())
            {
                preview = true;
                StateHasChanged();
                return;
            }

            var said = await Say.SayAsync(await Speakers.OfAsync(Context.User, cancel), draft, cancel);
            Navigation.NavigateTo($"/hotline/{said.Conversation}?done=said#{said.Id}");
        }
        catch (WrongContentException fault)
        {
            wrong = fault;
            Refuse(HotlineLabels.Text("MessageWrong"));
        }
        catch (RefusalException refused)
        {
            Refuse(refused.Message);
        }
    }

    private void Refuse(string why)
    {
        refusal = why;
        Context.Response.StatusCode = StatusCodes.Status400BadRequest;
        StateHasChanged();
    }

    private string? Fault(string field) => wrong?.Field == field ? HotlineLabels.Text("Fault_" + wrong.Fault) : null;

    private Tlp Marking => TlpLabel.TryParse(typed.Marking, out var marking) ? marking : Tlp.Amber;

    private KnownPeer? PeerOf(string id) => peers.FirstOrDefault(peer => peer.NodeId == (conversation?.Peer ?? id));

    private string Filled(string? text) => text is null ? "" : PhraseBook.Fill(text, part => Context.Request.Query["part-" + part].ToString() is { Length: <= PhraseBook.LongestPart } value ? value.Trim() : null);

    private static string PartLabel(string part) => HotlineLabels.Text("Part_" + part) is var label && label.StartsWith("Part_", StringComparison.Ordinal) ? part : label;

    private static string Known(IReadOnlyList<string> words, string? asked, string otherwise) => words.FirstOrDefault(word => word == asked) ?? otherwise;

    private static string Length(TimeSpan span) => span.TotalMinutes % 60 == 0 ? HotlineLabels.Say("Hours", (int)span.TotalHours) : HotlineLabels.Say("Minutes", (int)span.TotalMinutes);
}
