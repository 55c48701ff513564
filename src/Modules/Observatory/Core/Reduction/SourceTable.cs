using Noroshi.Kernel;

namespace Noroshi.Observatory.Core;

/// <summary>The sources met, up to a limit; beyond it those not seen for longest are forgotten.</summary>
internal sealed class SourceTable(int limit)
{
    private const int Smallest = 4096;

    private SourceState[] slots = new SourceState[Smallest];
    private int count;

    public ref SourceState Get(NetworkAddress address, long minute, out bool isNew)
    {
        ref var found = ref Slot(slots, address);
        isNew = !found.IsPresent;
        if (isNew)
        {
            if (count >= limit) Forget();
            else if (count * 2 >= slots.Length) Rebuild(slots.Length * 2, long.MinValue);
            found = ref Slot(slots, address);
            found.Address = address;
            found.IsPresent = true;
            found.LastMinute = minute;
            count++;
        }
        else if (minute > found.LastMinute)
        {
            found.LastMinute = minute;
        }

        return ref found;
    }

    /// <summary>What is known of a source; nothing (not present) where it is not remembered.</summary>
    public SourceState Find(NetworkAddress address) => Slot(slots, address);

    private static ref SourceState Slot(SourceState[] slots, NetworkAddress address)
    {
        var mask = slots.Length - 1;
        for (var at = (int)(Mixing.Mix(address.High, address.Low) >> 32) & mask; ; at = (at + 1) & mask)
        {
            ref var slot = ref slots[at];
            if (!slot.IsPresent || slot.Address == address) return ref slot;
        }
    }

    /// <summary>Keeps the half that was seen last.</summary>
    private void Forget()
    {
        var times = new long[count];
        var at = 0;
        foreach (ref readonly var slot in slots.AsSpan())
        {
            if (slot.IsPresent) times[at++] = slot.LastMinute;
        }

        Array.Sort(times);
        Rebuild(slots.Length, times[count / 2]);
        // Where all were seen in the same minute there is no older half: begin anew.
        if (count >= limit) Rebuild(slots.Length, long.MaxValue);
    }

    private void Rebuild(int size, long after)
    {
        var old = slots;
        slots = new SourceState[size];
        count = 0;
        foreach (ref readonly var state in old.AsSpan())
        {
            if (!state.IsPresent || (state.LastMinute <= after && after != long.MinValue)) continue;
            Slot(slots, state.Address) = state;
            count++;
        }
    }
}
