namespace Noroshi.Law.Domain;

/// <summary>Writes conditions as tables hold them: spaces around <c>&amp;</c> and <c>|</c>, parentheses only where they change the meaning.</summary>
internal static class ConditionText
{
    private const int OrBinds = 1;
    private const int AndBinds = 2;
    private const int NotBinds = 3;

    public static string Write(Condition condition) => Write(condition, 0);

    public static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "==",
        Comparison.NotEqual => "!=",
        Comparison.AtLeast => ">=",
        Comparison.AtMost => "<=",
        Comparison.Before => "<",
        Comparison.After => ">",
        _ => string.Empty,
    };

    private static string Write(Condition condition, int binds) => condition switch
    {
        Condition.Constant constant => constant.Holds ? "true" : "false",
        Condition.Ask ask => ask.Atom.ToString(),
        Condition.Not not => "!" + Write(not.Operand, NotBinds),
        // Both read from left to right, so the same operator on the right needs its parentheses.
        Condition.And and => Enclose($"{Write(and.Left, AndBinds)} & {Write(and.Right, AndBinds + 1)}", AndBinds < binds),
        Condition.Or or => Enclose($"{Write(or.Left, OrBinds)} | {Write(or.Right, OrBinds + 1)}", OrBinds < binds),
        _ => throw new InvalidOperationException(condition.GetType().Name),
    };

    private static string Enclose(string text, bool needed) => needed ? $"({text})" : text;
}
