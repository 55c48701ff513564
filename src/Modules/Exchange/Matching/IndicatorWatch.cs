using System.Text.Json;
using Noroshi.Exchange.AllowLists;
using Noroshi.Exchange.Misp;
using Noroshi.Stix;

namespace Noroshi.Exchange.Matching;

/// <summary>
/// Very many indicators against flows and observations. Pure; built once, then read by any number of threads. Revoked indicators and such whose value is on an allow list are not watched for.
/// </summary>
internal sealed class IndicatorWatch
{
    private readonly List<WatchedIndicator> _indicators = [];
    private readonly Dictionary<UInt128, FlowRule[]> _flows = [];
    private readonly PatternIndex<int> _patterns = new();
    private readonly PatternIndex<int> _hardFlows = new();
    private readonly List<(string Indicator, string Why)> _left = [];

    /// <summary>Builds a watch.</summary>
    /// <param name="indicators">Objects of the type indicator; others are passed over.</param>
    /// <param name="allowed">What keeps matches quiet.</param>
    public IndicatorWatch(IEnumerable<JsonElement> indicators, AllowIndex allowed)
    {
        Dictionary<UInt128, List<FlowRule>> rules = [];
        foreach (var item in indicators) Add(item, allowed, rules);
        foreach (var (address, list) in rules) _flows[address] = [.. list];
    }

    /// <summary>How many are watched for.</summary>
    public int Count => _indicators.Count;

    /// <summary>Which are not, and why.</summary>
    public IReadOnlyList<(string Indicator, string Why)> Left => _left;

    /// <summary>An indicator by its number.</summary>
    public WatchedIndicator this[int number] => _indicators[number];

    /// <summary>Matches a flow.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="found">Numbers of indicators are added to it, each once.</param>
    public void Match(in FlowEvent flow, List<int> found)
    {
        if (_flows.TryGetValue(flow.Source, out var rules)) Take(rules, flow, isSource: true, found);
        if (_flows.TryGetValue(flow.Target, out rules)) Take(rules, flow, isSource: false, found);
        if (_hardFlows.Count > 0) Engine(flow, found);
    }

    /// <summary>Matches an observation of any kind.</summary>
    /// <param name="observation">What was observed.</param>
    /// <param name="at">When, in seconds since 1970.</param>
    /// <param name="found">Numbers of indicators are added to it, each once.</param>
    public void Match(Observation observation, long at, List<int> found)
    {
        foreach (var number in _patterns.Match(observation)) Take(number, at, found);
    }

    private void Take(FlowRule[] rules, in FlowEvent flow, bool isSource, List<int> found)
    {
        foreach (ref readonly var rule in rules.AsSpan())
        {
            if (rule.Fits(flow, isSource)) Take(rule.Indicator, flow.At, found);
        }
    }

    private void Take(int number, long at, List<int> found)
    {
        if (_indicators[number].Holds(at) && !found.Contains(number)) found.Add(number);
    }

    // Blocks of addresses, both sides at once and the like: the flow as observables, for the engine.
    private void Engine(in FlowEvent flow, List<int> found)
    {
        foreach (var number in _hardFlows.Match(FlowObservation.Of(flow))) Take(number, flow.At, found);
    }

    private void Add(JsonElement item, AllowIndex allowed, Dictionary<UInt128, List<FlowRule>> rules)
    {
        if (MispText.Of(item, "type") != "indicator" || MispText.Of(item, "id") is not { } id) return;
        if (Refusal(item, allowed, out var pattern, out var alternatives) is { } why)
        {
            _left.Add((id, why));
            return;
        }

        var number = _indicators.Count;
        _indicators.Add(new WatchedIndicator(id, Second(item, "valid_from") ?? long.MinValue, Second(item, "valid_until") ?? long.MaxValue, [.. MispText.Items(item, "object_marking_refs").Select(one => one.ToString())]));
        _patterns.Add(number, pattern!);
        if (!pattern!.Paths.Any(path => path.Type is "ipv4-addr" or "ipv6-addr" or "network-traffic")) return;
        var made = alternatives?.Select(values => values is null ? null : FlowRule.Of(number, values)).ToList();
        if (made is null || made.Contains(null))
        {
            _hardFlows.Add(number, pattern);
            return;
        }

        foreach (var rule in made.OfType<FlowRule>())
        {
            if (!rules.TryGetValue(rule.Address, out var list)) rules[rule.Address] = list = [];
            list.Add(rule);
        }
    }

    private static string? Refusal(JsonElement item, AllowIndex allowed, out StixPattern? pattern, out List<StixValues?>? alternatives)
    {
        (pattern, alternatives) = (null, null);
        if (MispText.Flag(item, "revoked")) return "it is revoked";
        if (MispText.Of(item, "pattern_type") is { } language && language != "stix") return $"patterns in '{language}' are not matched here";
        if (!StixPattern.TryParse(MispText.Of(item, "pattern") ?? "", out pattern, out var error)) return $"its pattern is none, character {error.Position}: {error.Message}";
        if (pattern.ImpossibleTimestamp is { } day) return $"its pattern names {day}, a day that does not exist";
        alternatives = PlainPattern.Alternatives(pattern)?.Select(StixValues.Of).ToList();
        foreach (var values in alternatives ?? [])
        {
            if (values is not null && ValueMapping.Attribute(values, null) is var (type, value) && allowed.Find(type, value) is { } list) return $"{value} is on the allow list '{list.Name}'";
        }

        return null;
    }

    private static long? Second(JsonElement item, string name) => MispText.Of(item, name) is { } text && StixInstant.TryParse(text, out var instant) ? instant.Seconds : null;
}
