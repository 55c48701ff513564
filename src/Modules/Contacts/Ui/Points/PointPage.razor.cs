using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Features;
using Noroshi.Contacts.Store;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;

namespace Noroshi.Contacts.Ui.Points;

/// <summary>One point: how it stands now, its entry, its checks, the forms that change it, and its history.</summary>
public sealed partial class PointPage
{
    private bool loaded;
    private bool checksSeen;
    private DateTimeOffset now;
    private ContactPoint? point;
    private Body? body;
    private WhoLine? line;
    private IReadOnlyList<ContactCheck> checks = [];
    private IReadOnlyList<EntryVersion> history = [];
    private EntryForm form = null!;
    private long version;
    private string? refusal;
    private SentCheck? sent;

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    /// <summary>The point's id.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    [SupplyParameterFromForm(Name = "version", FormName = "point")]
    private long Version { get; set; }

    [SupplyParameterFromForm(Name = "reason", FormName = "retire")]
    private string? Reason { get; set; }

    [SupplyParameterFromForm(Name = "announced", FormName = "check")]
    private bool Announced { get; set; }

    private bool Editable => point is { IsOwn: true, RetiredAt: null } && Context.User.WritesContacts();

    private string FiguresSaid
    {
        get
        {
            var figures = CheckFigures.Of(checks, now);
            return figures.Sent == 0 ? Text["FiguresNone"] : Text["FiguresOfPoint", figures.Answered, figures.Sent, figures.Median is { } median ? Labels.Length(median) : "–", figures.P90 is { } slow ? Labels.Length(slow) : "–"];
        }
    }

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        if (point is null) Context.Response.StatusCode = StatusCodes.Status404NotFound;
        loaded = true;
    }

    private async Task LoadAsync()
    {
        var (person, cancel) = (Context.User, Context.RequestAborted);
        now = Clock.GetUtcNow();
        var book = await Directory.SeenByAsync(person, cancel);
        if (book.Point(Id) is not { } found) return;
        (point, body) = (found, book.BodyOf(found));
        line = await Asking.OneAsync(found, now, [], person, cancel);
        history = await Records.HistoryAsync("point:" + found.Id, cancel);
        checksSeen = person.Checks() || person.HasRole(Contracts.Role.Auditor);
        if (checksSeen) checks = await Checks.ListAsync(await Access.ReadableOwnersAsync(person, ContactRights.DataKind, cancel), found.Id, cancel);
        var values = EntryFields.Of(body, found);
        var isSent = HttpMethods.IsPost(Context.Request.Method) && Context.Request.Form["_handler"] == "point";
        form = isSent && form is null ? EntryForm.Sent(Context.Request, values) : new EntryForm(values, []);
        version = isSent ? Version : found.Version;
    }

    private async Task SaveAsync()
    {
        if (!Editable || point is null || body is null) return;
        if (EntryReader.Read(form.Values, 0, form.Problems)?.Point is not { } typed)
        {
            Refuse("EntryWrong");
            return;
        }

        var outcome = (await Keeping.SaveAsync(typed with { Id = point.Id, BodyId = body.Id, Version = Version }, Actor.Of(Context.User), Context.User.DisplayName(), Context.RequestAborted)).Outcome;
        if (outcome == SaveOutcome.Done)
        {
            Navigation.NavigateTo(string.Create(CultureInfo.InvariantCulture, $"/contacts/points/{point.Id}?done=saved"));
            return;
        }

        // The newer entry is shown above; sending again means to come after it.
        version = point.Version;
        Refuse("Overtaken", StatusCodes.Status409Conflict);
    }

    private async Task RetireAsync()
    {
        if (!Editable || point is null) return;
        var reason = new FieldReader(new Dictionary<string, string> { ["reason"] = Reason ?? "" }, 0, form.Problems).Text("reason", FieldReader.LongestValue, required: true);
        if (reason.Length == 0)
        {
            Refuse("RetireReasonMissing");
            return;
        }

        var outcome = await Keeping.RetireAsync(point.Id, reason, Actor.Of(Context.User), Context.User.DisplayName(), Context.RequestAborted);
        if (outcome == SaveOutcome.Done) Navigation.NavigateTo($"/contacts/points/{point.Id}?done=retired");
        else Refuse("Overtaken", StatusCodes.Status409Conflict);
    }

    private async Task SendAsync()
    {
        if (point is null || point.RetiredAt is not null || !Context.User.Checks()) return;
        sent = await Sending.SendAsync(point, Announced, Context.User, Context.RequestAborted);
        await LoadAsync();
    }

    private void Refuse(string why, int status = StatusCodes.Status400BadRequest)
    {
        refusal = why;
        Context.Response.StatusCode = status;
        StateHasChanged();
    }
}
