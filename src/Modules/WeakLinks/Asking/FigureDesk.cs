using Noroshi.WeakLinks.Recorded;

namespace Noroshi.WeakLinks.Asking;

/// <summary>Answers what is asked of the records of the node; asked at most once for a file, and only where a file asks.</summary>
internal delegate Task<FiguresFound> FigureDesk(FiguresAsked asked, CancellationToken cancel);
