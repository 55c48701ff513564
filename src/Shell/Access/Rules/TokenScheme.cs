namespace Noroshi.Shell.Access;

/// <summary>The authentication scheme of API tokens: <c>Authorization: Bearer …</c>.</summary>
internal static class TokenScheme
{
    public const string Name = "Bearer";
}
