namespace Noroshi.Law.Domain;

/// <summary>One state's answers as the asking and as the asked side, and the agreements to which it is a side.</summary>
internal sealed record StateMasks(PairAnswers Asking, PairAnswers Asked, IReadOnlyList<AgreementSide> Agreements);
