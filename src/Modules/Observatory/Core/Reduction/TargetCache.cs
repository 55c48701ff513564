using Noroshi.Kernel;
using Noroshi.Observatory.Enrichment;

namespace Noroshi.Observatory.Core;

/// <summary>Remembers who is behind the targets met lately; sensors watch few addresses, so nearly every question is answered here.</summary>
internal sealed class TargetCache(Enricher enricher)
{
    private const int Size = 1 << 16;

    private readonly (NetworkAddress Address, TargetPlace Place)[] entries = new (NetworkAddress, TargetPlace)[Size];
    private readonly bool[] filled = new bool[Size];

    public TargetPlace Find(NetworkAddress address)
    {
        var at = (int)(Mixing.Mix(address.High, address.Low) >> 48);
        ref var entry = ref entries[at];
        if (!filled[at] || entry.Address != address)
        {
            entry = (address, enricher.FindTarget(address));
            filled[at] = true;
        }

        return entry.Place;
    }
}
