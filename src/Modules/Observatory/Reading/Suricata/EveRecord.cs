using System.Runtime.CompilerServices;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Reading;

/// <summary>One EVE line, read. The spans point into the line (or into a copy where it had escapes).</summary>
internal ref struct EveRecord
{
    public EveKind Kind;
    public ObservedEvent Observed;
    public ReadOnlySpan<byte> Signature;
    public ReadOnlySpan<byte> OtherKind;
    public ulong AnswerPackets;

    /// <summary>Fills what follows from the kind; the same for both ways of reading.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Complete()
    {
        Observed.Unit = Kind == EveKind.Alert ? CountingUnit.Alert : CountingUnit.Flow;
        if (Kind == EveKind.Alert)
        {
            // An alert counts itself; its flow's packets come with the flow event.
            Observed.Class = TrafficClass.Alert;
            Observed.Packets = 0;
            Observed.Bytes = 0;
        }
        else
        {
            // Nobody answered: an attempt, not a conversation.
            Observed.Class = AnswerPackets == 0 ? TrafficClass.Scan : TrafficClass.Other;
        }

        if (!ProtocolText.HasPorts(Observed.Protocol)) Observed.SourcePort = Observed.TargetPort = 0;
    }
}
