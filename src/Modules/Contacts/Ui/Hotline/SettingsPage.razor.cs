using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Noroshi.Contacts.Hotline;
using Noroshi.Contracts;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;

namespace Noroshi.Contacts.Ui.Hotline;

/// <summary>What an administrator sets: targets, limit, tests, hook, ladder, own phrases.</summary>
public sealed partial class SettingsPage
{
    private const int Rungs = 6;
    private const int ShortestSecret = 16;
    private HotlineSettings? settings;
    private IReadOnlyList<LadderRung> ladder = [];
    private IReadOnlyList<Phrase> phrases = [];
    private IReadOnlyList<Organisation> organisations = [];
    private string? refusal;

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var cancel = Context.RequestAborted;
        ladder = await Records.LadderAsync(cancel);
        phrases = await Records.PhrasesAsync(cancel);
        organisations = await Organisations.ListAsync(cancel);
        settings = await Records.ReadAsync(cancel);
    }

    private async Task SaveAsync()
    {
        var targets = Enum.GetValues<Precedence>().Select(one => Whole("target-" + HotlineWords.Of(one), 1, 7 * 24 * 60)).ToList();
        var limit = Whole("limit", 1, 1000);
        if (targets.Contains(null) || limit is null) Refuse("NumberWrong");
        else if (!TimeOnly.TryParseExact(Typed("test", ""), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var test)) Refuse("TimeWrong");
        else if (!Address(Typed("hook", ""), out var hook) || !Address(Typed("link", ""), out var link)) Refuse("AddressWrong");
        else if (Secret is { Length: > 0 and < ShortestSecret } || (hook is not null && Secret.Length == 0)) Refuse("SecretWrong");
        else
        {
            var changed = new HotlineSettings
            {
                Targets = new AcknowledgementTargets(Minutes(targets[0]), Minutes(targets[1]), Minutes(targets[2]), Minutes(targets[3])),
                RingLimit = limit.Value,
                TestAt = test,
                Hook = hook,
                HookSecret = Secret,
                LinkAddress = link?.AbsoluteUri ?? "",
            };
            await Change.SaveAsync(Actor.Of(Context.User), changed, Context.RequestAborted);
            Navigation.NavigateTo("/hotline/settings?done=saved");
        }
    }

    private async Task SaveLadderAsync()
    {
        var steps = new List<(string Organisation, Role Role)>();
        for (var at = 1; at <= Rungs; at++)
        {
            if (!Enum.TryParse<Role>(Typed("role-" + Number(at), ""), out var role) || !HotlineRights.Watchers.Contains(role)) continue;
            var organisation = Typed("organisation-" + Number(at), "");
            steps.Add((organisations.Any(one => one.Id == organisation) ? organisation : "", role));
        }

        await Change.SaveLadderAsync(Actor.Of(Context.User), steps, Context.RequestAborted);
        Navigation.NavigateTo("/hotline/settings?done=saved#ladder");
    }

    private async Task AddPhraseAsync()
    {
        try
        {
            var phrase = new Phrase
            {
                Id = Guid.NewGuid().ToString("N"),
                Kind = HotlineWords.Class(Typed("kind", "")) is null ? "notification" : Typed("kind", ""),
                Urgency = HotlineWords.PrecedenceOf(Typed("urgency", "")) is null ? "routine" : Typed("urgency", ""),
                TitleJa = PlainWords.Read(Typed("title-ja", ""), "title", HotlineLimits.LongestSubject),
                TitleEn = PlainWords.Read(Typed("title-en", ""), "title", HotlineLimits.LongestSubject),
                TextJa = PlainWords.Read(Typed("text-ja", ""), "text", HotlineLimits.LongestText, lines: true),
                TextEn = PlainWords.Read(Typed("text-en", ""), "text", HotlineLimits.LongestText, lines: true),
            };
            await Change.AddPhraseAsync(Actor.Of(Context.User), phrase, Context.RequestAborted);
            Navigation.NavigateTo("/hotline/settings?done=saved#own-phrases");
        }
        catch (WrongContentException)
        {
            Refuse("PhraseWrong");
        }
    }

    private async Task RetireAsync(string id)
    {
        await Change.RetirePhraseAsync(Actor.Of(Context.User), id, Context.RequestAborted);
        Navigation.NavigateTo("/hotline/settings?done=saved#own-phrases");
    }

    private void Refuse(string why)
    {
        refusal = why;
        Context.Response.StatusCode = StatusCodes.Status400BadRequest;
        StateHasChanged();
    }

    /// <summary>What was typed into a form that was sent, else what is kept.</summary>
    private string Typed(string name, string kept) => HttpMethods.IsPost(Context.Request.Method) && Context.Request.HasFormContentType && Context.Request.Form.TryGetValue(name, out var typed) ? typed.ToString().Trim() : kept;

    private int? Whole(string name, int least, int most) =>
        int.TryParse(Typed(name, ""), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value : null;

    private string Secret => Typed("secret", "") is { Length: > 0 } typed ? typed : settings!.HookSecret;

    private static TimeSpan Minutes(int? minutes) => TimeSpan.FromMinutes(minutes!.Value);

    private static bool Address(string typed, out Uri? address)
    {
        address = null;
        if (typed.Length == 0) return true;
        return Uri.TryCreate(typed, UriKind.Absolute, out address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0;
    }

    private static string Number(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
