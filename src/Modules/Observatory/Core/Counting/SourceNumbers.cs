using Noroshi.Kernel;

namespace Noroshi.Observatory.Core;

/// <summary>Gives each distinct IPv6 source a number, so that it fits where an IPv4 address does.</summary>
internal sealed class SourceNumbers
{
    private readonly List<NetworkAddress> addresses = [];
    private uint[] slots = new uint[1024];

    public int Count => addresses.Count;

    public NetworkAddress Address(uint number) => addresses[(int)number];

    public uint Number(NetworkAddress address)
    {
        ref var slot = ref Slot(address);
        if (slot == 0)
        {
            addresses.Add(address);
            slot = (uint)addresses.Count;
            if (addresses.Count * 2 > slots.Length)
            {
                slots = new uint[slots.Length * 2];
                for (var i = 0; i < addresses.Count; i++) Slot(addresses[i]) = (uint)i + 1;
                return (uint)addresses.Count - 1;
            }
        }

        return slot - 1;
    }

    private ref uint Slot(NetworkAddress address)
    {
        var mask = slots.Length - 1;
        for (var at = (int)(Mixing.Mix(address.High, address.Low) >> 32) & mask; ; at = (at + 1) & mask)
        {
            ref var slot = ref slots[at];
            if (slot == 0 || addresses[(int)slot - 1] == address) return ref slot;
        }
    }
}
