namespace Noroshi.Node.Doctor;

/// <summary>One thing the doctor looked at.</summary>
/// <param name="Check">What was looked at, for example <c>disk</c>.</param>
/// <param name="Status"><c>ok</c>, <c>warn</c> (works, but should be mended) or <c>fail</c> (does not work).</param>
/// <param name="What">What was found.</param>
/// <param name="Remedy">What to do; null when nothing is.</param>
internal sealed record Finding(string Check, string Status, string What, string? Remedy = null)
{
    internal static Finding Ok(string check, string what) => new(check, "ok", what);

    internal static Finding Warn(string check, string what, string remedy) => new(check, "warn", what, remedy);

    internal static Finding Fail(string check, string what, string remedy) => new(check, "fail", what, remedy);
}
