namespace Noroshi.Law.Domain;

/// <summary>An answer to a question: decided at once, put into lines when somebody reads it.</summary>
internal sealed class LegalAnswer
{
    private readonly Lazy<AnswerLines> _lines;

    public LegalAnswer(Question question, Decision decision, CaseAnswers facts, Func<LegalAnswer, AnswerLines> write)
    {
        (Question, Decision, Case) = (question, decision, facts);
        _lines = new Lazy<AnswerLines>(() => write(this));
    }

    public Question Question { get; }

    public Decision Decision { get; }

    /// <summary>What the case said, and what was concluded or presumed.</summary>
    public CaseAnswers Case { get; }

    public AnswerLines Lines => _lines.Value;
}
