using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Noroshi.Law.Domain;
using Noroshi.Law.Features;
using Noroshi.Shell.Access;

namespace Noroshi.Law.Ui.Norms;

/// <summary>One norm: what it asks, evidence, judgements, and the forms that add to them.</summary>
public sealed partial class NormPage
{
    private const int PageSize = 50;

    private bool loaded;
    private bool writable;
    private PageAsk ask = null!;
    private NormStanding? standing;
    private Evidence? withdrawing;
    private int pageNumber = 1;
    private string? refusal;
    private IReadOnlyDictionary<string, string> names = new Dictionary<string, string>();

    internal Norm? Norm { get; private set; }

    /// <summary>What was typed, kept on error.</summary>
    internal EvidenceForm TypedEvidence { get; private set; } = null!;

    /// <inheritdoc cref="TypedEvidence"/>
    internal AssessmentForm TypedAssessment { get; private set; } = null!;

    /// <summary>What is wrong with what was typed.</summary>
    internal List<WrongAskException> Problems { get; } = [];

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    /// <summary>Letter of the norm.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    [SupplyParameterFromForm(Name = "withdrawalReason", FormName = "withdraw")]
    private string? WithdrawalReason { get; set; }

    private string Query => $"?on={LawVerb.Write(ask.On)}{(ask.KnownAt is { } known ? $"&knownAt={LawVerb.Write(known)}" : "")}";

    private bool Writes => Context.User.Writes();

    protected override async Task OnInitializedAsync()
    {
        ask = PageAsk.Read(Context, Asking, () => Norm = Reading.Norm(Id));
        if (ask.Problem is null && Norm is not null) await LoadAsync(Norm);
        loaded = true;
    }

    private async Task LoadAsync(Norm chosen)
    {
        var (person, query, cancel) = (Context.User, Context.Request.Query, Context.RequestAborted);
        standing = await Reading.OneAsync(person, chosen, ask.On, ask.KnownAt, cancel);
        writable = Writes && ask.On == Asking.Today && ask.KnownAt is null;
        var organisations = await Organisations.ListAsync(cancel);
        names = organisations.ToDictionary(one => one.Id, one => one.Name);
        pageNumber = int.TryParse(query["page"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var asked) && asked is > 0 and < 100_000 ? asked : 1;
        if (!writable) return;
        if (long.TryParse(query["withdraw"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            // A form that was open while somebody else withdrew is still answered.
            var sent = HttpMethods.IsPost(Context.Request.Method);
            withdrawing = standing.Evidence.FirstOrDefault(one => one.Number == number && (sent || one.Withdrawal is null) && person.MayWithdraw(one));
        }

        var own = organisations.FirstOrDefault(one => one.Id == person.OrganisationId())?.Name ?? "";
        var today = LawVerb.Write(Asking.Today);
        TypedEvidence = new EvidenceForm(today, null, own, null, NormWords.Of(EvidenceKind.Document), null, Guid.NewGuid().ToString("N"));
        TypedAssessment = new AssessmentForm(null, today, null, own, await Reading.VersionAsync(person, chosen, cancel));
    }

    internal async Task GiveAsync(EvidenceForm typed)
    {
        if (!writable || Norm is null) return;
        TypedEvidence = typed;
        if (typed.Read(Norm, Asking.Today, Problems) is not { } evidence)
        {
            Refuse("EvidenceWrong");
            return;
        }

        var number = await Keeping.GiveAsync(Context.User, evidence, Context.RequestAborted);
        Navigation.NavigateTo(FormattableString.Invariant($"/law/norms/{Norm.Id}?done=evidence#{Norm.Id}-{number}"));
    }

    internal async Task AssessAsync(AssessmentForm typed)
    {
        if (!writable || Norm is null) return;
        TypedAssessment = typed;
        if (typed.Read(Norm, Asking.Today, Problems) is not { } assessment)
        {
            Refuse("AssessmentWrong");
            return;
        }

        if (await Keeping.AssessAsync(Context.User, assessment, Context.RequestAborted) is not null)
        {
            Navigation.NavigateTo($"/law/norms/{Norm.Id}?done=assessed#assessment");
            return;
        }

        // The newer assessment is shown above what was typed; sending again means to come after it.
        TypedAssessment = typed with { Version = await Reading.VersionAsync(Context.User, Norm, Context.RequestAborted) };
        standing = await Reading.OneAsync(Context.User, Norm, ask.On, ask.KnownAt, Context.RequestAborted);
        Refuse("AssessedMeanwhile", StatusCodes.Status409Conflict);
    }

    private async Task WithdrawAsync()
    {
        if (Norm is null || withdrawing is null)
        {
            Refuse("WithdrawImpossible", StatusCodes.Status409Conflict);
            return;
        }

        var reason = EntryField.Try(Problems, () => EntryText.Read(WithdrawalReason, "withdrawalReason", EntryText.LongestStatement, lines: true));
        if (reason is null)
        {
            Refuse("WithdrawalWrong");
            return;
        }

        var outcome = await Keeping.WithdrawAsync(Context.User, Norm.Id, withdrawing.Number, reason, Context.RequestAborted);
        if (outcome == WithdrawalOutcome.Done) Navigation.NavigateTo($"/law/norms/{Norm.Id}?done=withdrawn#{withdrawing.Id}");
        else Refuse("WithdrawImpossible", StatusCodes.Status409Conflict);
    }

    private void Refuse(string why, int status = StatusCodes.Status400BadRequest)
    {
        refusal = why;
        Context.Response.StatusCode = status;
        StateHasChanged();
    }

    private string OrganisationName(string id) => names.GetValueOrDefault(id) ?? id;
}
