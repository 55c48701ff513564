using Noroshi.Kernel;

namespace Noroshi.Observatory.Exercise;

/// <summary>A fictional organisation that is contacted, with its addresses.</summary>
/// <param name="Id">Number in the address plan.</param>
/// <param name="English">Name.</param>
/// <param name="Japanese">Name.</param>
/// <param name="Sector">Sector key.</param>
/// <param name="Kind"><c>government</c> or <c>private</c>.</param>
/// <param name="First">First IPv4 address.</param>
/// <param name="Length">IPv4 prefix length.</param>
internal sealed record ExerciseOrganisation(int Id, string English, string Japanese, string Sector, string Kind, uint First, int Length)
{
    /// <summary>The organisations of the exercise; the first two lend their unused addresses to the telescope.</summary>
    public static IReadOnlyList<ExerciseOrganisation> All { get; } =
    [
        new(1, "Government network, unused block (EXERCISE)", "政府共通網 未使用区画(演習)", "government", "government", 0xC612_0000, 17),
        new(2, "Exercise Telecom, unused block (EXERCISE)", "演習通信 未使用区画(演習)", "information-communication", "private", 0xC612_8000, 17),
        new(10, "Ministry of Exercises (EXERCISE)", "演習省(演習)", "government", "government", 0xC613_0000, 20),
        new(11, "Exercise Prefecture (EXERCISE)", "演習県庁(演習)", "government", "government", 0xC613_1000, 20),
        new(12, "Exercise Research Institute (EXERCISE)", "演習研究所(演習)", "education-research", "government", 0xC613_2000, 20),
        new(20, "Exercise Manufacturing (EXERCISE)", "演習製作所(演習)", "manufacturing", "private", 0xC613_3000, 20),
        new(21, "Exercise Bank (EXERCISE)", "演習銀行(演習)", "finance", "private", 0xC613_4000, 20),
        new(22, "Exercise Railway (EXERCISE)", "演習鉄道(演習)", "railways", "private", 0xC613_5000, 20),
        new(30, "Exercise General Hospital (EXERCISE)", "演習総合病院(演習)", "medical", "private", 0xC613_6000, 20),
        new(31, "Exercise Power (EXERCISE)", "演習電力(演習)", "electricity", "private", 0xC613_7000, 20),
        new(32, "Exercise Water Authority (EXERCISE)", "演習水道局(演習)", "water", "government", 0xC613_8000, 20),
    ];

    /// <summary>The IPv6 prefix, one /48 for each organisation.</summary>
    public string IPv6Prefix => $"2001:db8:{0xF000 + Id:x}::/48";

    public string IPv4Prefix => $"{NetworkAddress.FromIPv4(First)}/{Length}";

    public static ExerciseOrganisation Find(int id) => All.First(organisation => organisation.Id == id);

    /// <summary>An address of it.</summary>
    public NetworkAddress Host(Dice dice) => NetworkAddress.FromIPv4(First + (uint)dice.Below(1 << (32 - Length)));

    /// <summary>One of its servers: few addresses, met again and again.</summary>
    public NetworkAddress Server(Dice dice) => NetworkAddress.FromIPv4(First + 16 + (uint)dice.Below(24));

    public NetworkAddress HostIPv6(Dice dice) => new(0x2001_0DB8_0000_0000 | ((ulong)(0xF000 + Id) << 16), (ulong)dice.Below(1 << 16));
}
