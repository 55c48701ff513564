namespace Noroshi.Shell.Access;

/// <summary>The names under which a signed-in person or token carries its facts.</summary>
internal static class AccessClaims
{
    public const string User = "sub";
    public const string Name = "name";
    public const string Display = "noroshi:display";
    public const string Organisation = "noroshi:organisation";
    public const string Role = "noroshi:role";
    public const string Scope = "noroshi:scope";
    public const string Stamp = "noroshi:stamp";
    public const string SecondFactorMissing = "noroshi:second-factor-missing";
}
