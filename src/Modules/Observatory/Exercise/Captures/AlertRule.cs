namespace Noroshi.Observatory.Exercise;

/// <summary>A rule of the exercise's intrusion detection system.</summary>
internal sealed record AlertRule(int Id, string Signature, string Category, int Severity, ushort Port, byte Protocol)
{
    /// <summary>Rules with local ids (from 9,000,000), all invented.</summary>
    public static IReadOnlyList<AlertRule> All { get; } =
    [
        new(9_000_001, "EXERCISE SSH login attempts in quick succession", "Attempted Administrator Privilege Gain", 1, 22, 6),
        new(9_000_002, "EXERCISE Remote desktop login attempts in quick succession", "Attempted Administrator Privilege Gain", 1, 3389, 6),
        new(9_000_003, "EXERCISE Web server path traversal attempt", "Web Application Attack", 1, 443, 6),
        new(9_000_004, "EXERCISE Web shell upload attempt", "Web Application Attack", 1, 80, 6),
        new(9_000_005, "EXERCISE Telnet login with factory password", "Attempted Administrator Privilege Gain", 1, 23, 6),
        new(9_000_006, "EXERCISE Mail gateway credential stuffing", "Attempted User Privilege Gain", 2, 587, 6),
        new(9_000_007, "EXERCISE VPN gateway version probe", "Attempted Information Leak", 2, 8443, 6),
        new(9_000_008, "EXERCISE SIP account probe", "Attempted Information Leak", 3, 5060, 17),
        new(9_000_009, "EXERCISE File sharing exploit attempt", "Attempted Administrator Privilege Gain", 1, 445, 6),
    ];
}
