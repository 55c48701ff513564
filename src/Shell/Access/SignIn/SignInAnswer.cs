namespace Noroshi.Shell.Access;

/// <summary>What a step of signing in came to.</summary>
internal enum SignInAnswer
{
    /// <summary>Signed in.</summary>
    Done,

    /// <summary>The password was right; a code is asked next.</summary>
    SecondFactorAsked,

    /// <summary>Not signed in; which of the reasons applies is not said.</summary>
    Refused,

    /// <summary>The step before has lapsed.</summary>
    StartAgain,
}
