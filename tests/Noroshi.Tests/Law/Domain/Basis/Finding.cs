using Noroshi.Law.Domain;

namespace Noroshi.Tests.Law.Domain;

/// <summary>Looks for what a line of the table says in the lines of an answer.</summary>
internal static class Finding
{
    private static readonly string[] Verbs =
    [
        "possible basis", "no basis", "basis", "not in force", "not bound", "even in force", "set aside", "limited", "prohibited",
        "may perhaps refuse", "may not refuse", "may refuse", "no channel", "channel", "declared", "possible deadline", "no deadline", "deadline",
    ];

    public static void Check(AnswerLines lines, string finding, string says)
    {
        var verb = Verbs.FirstOrDefault(each => finding.StartsWith(each + " ", StringComparison.Ordinal)) ?? throw new FormatException($"'{finding}' is not a finding ({says}).");
        Holds(lines, verb, finding[(verb.Length + 1)..]).ShouldBeTrue($"{finding} — {says}\n{Tell(lines)}");
    }

    private static bool Holds(AnswerLines lines, string verb, string what) => verb switch
    {
        "basis" => lines.Bases.Any(line => Is(line, what) && line.Status == LineStatus.Applies),
        "possible basis" => lines.Bases.Any(line => Is(line, what) && line.Status == LineStatus.Possible),
        "no basis" => lines.Bases.All(line => line.Instrument != what),
        "not in force" => lines.WhyNot.Any(each => each.Instrument == what && each.Reason.Code == ReasonCode.NotInForce),
        "not bound" => lines.WhyNot.Any(each => each.Instrument == what && each.Reason.Code == ReasonCode.NotBound && each.Reason.Sides.Count > 0),
        "even in force" => lines.WhyNot.Any(each => each.Rule?.Rule.Provision == what && each.Reason.Code == ReasonCode.WouldBeBarred && each.Reason.Because.Any()),
        "set aside" => lines.WhyNot.Any(each => each.Rule is { Displaces: true } rule && rule.Rule.Value == what && each.Reason.Code == ReasonCode.Displaced),
        "limited" => lines.Conditions.Any(line => line.Rule.Kind == RuleKind.ReservationHook && line.Status == LineStatus.Applies && Places(line.Rule, what) && line.Text is not null),
        "prohibited" => lines.WhyNot.Any(each => each.Rule?.Rule.Provision == what && each.Reason.Code == ReasonCode.Prohibited),
        "may refuse" => Refusals(lines, what, LineStatus.Applies),
        "may perhaps refuse" => Refusals(lines, what, LineStatus.Possible),
        "may not refuse" => Refusals(lines, what, LineStatus.Excluded),
        "channel" => lines.Channels.Any(line => line.Rule.Rule.Provision == what && line.Status == LineStatus.Applies),
        "no channel" => lines.Channels.All(line => line.Rule.Rule.Provision != what || line.Status == LineStatus.Excluded),
        "declared" => what.Split(' ') is [var place, var word] && lines.Channels.Any(line => line.Rule.Rule.Provision == place && line.Status == LineStatus.Applies && line.Text?.EffectCode == word),
        "deadline" => Deadline(lines, what, LineStatus.Applies),
        "possible deadline" => Deadline(lines, what, LineStatus.Possible),
        _ => lines.Deadlines.All(line => line.Rule.Rule.Provision != what),
    };

    private static bool Is(Line line, string what) => what.IndexOf(' ', StringComparison.Ordinal) is var at && line.Instrument == what[..at] && Places(line.Rule, what[(at + 1)..]);

    private static bool Places(CompiledRule rule, string place) => rule.Rule.Provision == place || rule.Rule.Provision.Split(';').Select(part => part.Trim()).Contains(place, StringComparer.Ordinal);

    private static bool Refusals(AnswerLines lines, string place, LineStatus status)
    {
        var found = lines.Refusals.Where(line => Places(line.Rule, place)).ToList();
        return found.Count > 0 && found.All(line => line.Status == status && (status == LineStatus.Applies || line.Why is not null));
    }

    private static bool Deadline(AnswerLines lines, string what, LineStatus status) => what.Split(' ') is [var place, var value, var unit]
        && lines.Deadlines.Any(line => line.Rule.Rule.Provision == place && line.Rule.Rule.Value == value && line.Rule.Rule.Unit == unit && line.Status == status && line.Rule.Rule.ClockStart.Length > 0);

    private static string Tell(AnswerLines lines) => string.Join('\n', new[] { lines.Bases, lines.Conditions, lines.Refusals, lines.Channels, lines.Deadlines }
        .SelectMany(part => part.Select(line => $"{line.Status} {line.Rule.Kind} {line.Instrument} {line.Rule.Rule.Provision} ({line.Rule.Rule.Id})"))
        .Concat(lines.WhyNot.Select(each => $"why not {each.Instrument} {each.Rule?.Rule.Id} {each.Reason.Code}")));
}
