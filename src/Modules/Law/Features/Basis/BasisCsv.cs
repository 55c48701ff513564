namespace Noroshi.Law.Features;

/// <summary>An answer as one table: a row a line, the part of the answer first.</summary>
internal static class BasisCsv
{
    public static IReadOnlyList<string> Columns { get; } = ["part", "status", "rule", "instrument", "provision", "text", "value", "unit", "clock_start", "why", "confidence", "verified"];

    public static IEnumerable<IReadOnlyList<object?>> Rows(BasisAnswer answer, bool japanese)
    {
        string In(BasisAnswer.Text text) => japanese ? text.Ja : text.En;
        foreach (var x in answer.Bases) yield return ["basis", x.Status, x.Rule, x.Instrument, x.Provision, In(x.Text), x.Effect, "", "", x.DependsOn, x.Confidence, x.Verified];
        foreach (var x in answer.Conditions) yield return ["condition", x.Status, x.Rule, x.Instrument, x.Provision, In(x.Text), x.Value, "", "", x.DependsOn, x.Confidence, x.Verified];
        foreach (var x in answer.Refusals) yield return ["refusal", x.Status, x.Rule, x.Instrument, x.Provision, In(x.Text), "", "", "", x.Why, x.Confidence, x.Verified];
        foreach (var x in answer.Channels) yield return ["channel", x.Status, x.Rule, x.Instrument, x.Provision, In(x.Text), string.Join("; ", x.Authorities.Select(body => $"{body.State}: {body.Organisation}")), "", "", x.Why, x.Confidence, x.Verified];
        foreach (var x in answer.Deadlines) yield return ["deadline", x.Status, x.Rule, x.Instrument, x.Provision, In(x.Text), x.Value, x.Unit, x.ClockStart, x.DependsOn, x.Confidence, x.Verified];
        foreach (var x in answer.UseLimits) yield return ["use-limit", x.Status, x.Rule, x.Instrument, x.Provision, In(x.Text), x.Value, "", "", x.DependsOn, x.Confidence, x.Verified];
        foreach (var x in answer.WhyNot) yield return ["why-not", "", x.Rule, x.Instrument, x.Provision, "", x.Code, "", "", x.Reason, "", null];
    }
}
