namespace Noroshi.Shell.Access;

/// <summary>Opens a page to people who signed in but still have to set up their second factor.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AllowBeforeSecondFactorAttribute : Attribute;
