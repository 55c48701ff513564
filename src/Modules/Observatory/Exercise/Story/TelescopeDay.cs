using Noroshi.Kernel;

namespace Noroshi.Observatory.Exercise;

/// <summary>What the telescope sees on one day: packets are added in any order and come out by time.</summary>
internal sealed class TelescopeDay(int day)
{
    private const uint DarkSpace = 0xC612_0000;

    private readonly List<CapturedPacket> packets = [];

    /// <summary>Day of the exercise, from 0.</summary>
    public int Day => day;

    public void Add(in CapturedPacket packet)
    {
        // What would arrive after midnight belongs to the next file, and is left out to keep files and days the same.
        if (packet.Time < ExerciseCalendar.StartOf(day + 1)) packets.Add(packet);
    }

    /// <summary>A source knocks at random dark addresses some times, seconds apart.</summary>
    public void Scan(Dice dice, NetworkAddress source, long start, int count, IReadOnlyList<ushort> ports, ScanTool tool, byte protocol = 6)
    {
        var time = start;
        var sourcePort = (ushort)dice.Between(1_024, 65_535);
        var timeToLive = (byte)(64 - dice.Between(8, 22) + (dice.Chance(400) ? 64 : 0));
        for (var i = 0; i < count; i++)
        {
            var target = DarkAddress(dice);
            var port = dice.Pick(ports);
            var sequence = tool == ScanTool.Mirai ? target.IPv4 : (uint)dice.Next();
            Add(new CapturedPacket
            {
                Time = time,
                Source = source,
                Target = target,
                SourcePort = tool == ScanTool.Mirai ? (ushort)dice.Between(1_024, 65_535) : sourcePort,
                TargetPort = port,
                Protocol = protocol,
                TcpFlags = protocol == 6 ? (byte)0x02 : (byte)0,
                TimeToLive = timeToLive,
                IpId = tool switch
                {
                    ScanTool.ZMap => 54_321,
                    ScanTool.Masscan => (ushort)(target.IPv4 ^ port ^ sequence),
                    _ => NotZMap((ushort)dice.Next()),
                },
                Sequence = sequence,
                Payload = protocol == 17 ? (ushort)dice.Between(4, 48) : (ushort)0,
            });
            time += dice.Between(200_000, 25_000_000);
        }
    }

    /// <summary>An address of the dark space; the government's half is met a little less often.</summary>
    public static NetworkAddress DarkAddress(Dice dice) =>
        NetworkAddress.FromIPv4(DarkSpace | (dice.Chance(450) ? 0u : 0x8000u) | (uint)dice.Below(0x8000));

    /// <summary>All packets by time; those of the same microsecond in the order they were added.</summary>
    public IEnumerable<CapturedPacket> ByTime() => packets.OrderBy(packet => packet.Time);

    private static ushort NotZMap(ushort id) => id == 54_321 ? (ushort)0 : id;
}
