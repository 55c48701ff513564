using System.Globalization;
using Noroshi.Exchange.AllowLists;
using Noroshi.Exchange.Misp;

namespace Noroshi.Exchange.Matching;

/// <summary>What an indicator asks of a flow: an address on one side or either, and ports.</summary>
/// <param name="Indicator">Its number in the watch.</param>
/// <param name="Address">The address.</param>
/// <param name="AsSource">It counts as the sender.</param>
/// <param name="AsTarget">It counts as the receiver.</param>
/// <param name="SourcePort">−1 where any will do.</param>
/// <param name="TargetPort">−1 where any will do.</param>
internal readonly record struct FlowRule(int Indicator, UInt128 Address, bool AsSource, bool AsTarget, int SourcePort, int TargetPort)
{
    /// <summary>The rule that one alternative of a plain pattern is; null when it asks for anything else.</summary>
    public static FlowRule? Of(int indicator, StixValues values)
    {
        if (values.Type is "ipv4-addr" or "ipv6-addr") return values.Values is [("value", var only)] && Address128(only) is { } bits ? new FlowRule(indicator, bits, true, true, -1, -1) : null;
        if (values.Type != "network-traffic") return null;
        UInt128? source = null, target = null;
        var (sourcePort, targetPort) = (-1, -1);
        foreach (var (path, value) in values.Values)
        {
            switch (path)
            {
                case "src_ref.value" when source is null && Address128(value) is { } bits: source = bits; break;
                case "dst_ref.value" when target is null && Address128(value) is { } bits: target = bits; break;
                case "src_port" when sourcePort < 0 && Port(value) is { } port: sourcePort = port; break;
                case "dst_port" when targetPort < 0 && Port(value) is { } port: targetPort = port; break;
                // The address says of which version it is.
                case "src_ref.type" or "dst_ref.type" when value is "ipv4-addr" or "ipv6-addr": break;
                default: return null;
            }
        }

        // One address is looked up; a pattern that asks for both is left to the engine.
        return (source, target) switch
        {
            ({ } bits, null) => new FlowRule(indicator, bits, true, false, sourcePort, targetPort),
            (null, { } bits) => new FlowRule(indicator, bits, false, true, sourcePort, targetPort),
            _ => null,
        };
    }

    /// <summary>The flow is what the rule asks for, its address aside.</summary>
    public bool Fits(in FlowEvent flow, bool isSource) =>
        (isSource ? AsSource : AsTarget) && (SourcePort < 0 || SourcePort == flow.SourcePort) && (TargetPort < 0 || TargetPort == flow.TargetPort);

    private static UInt128? Address128(string text) => !text.Contains('/', StringComparison.Ordinal) && AddressBits.TryParse(text, out var bits, out _) ? bits : null;

    private static int? Port(string text) => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : null;
}
