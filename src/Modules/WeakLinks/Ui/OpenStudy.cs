using System.Globalization;
using Microsoft.AspNetCore.Http;
using Noroshi.Contracts;
using Noroshi.Shell.Ui;
using Noroshi.Storage;
using Noroshi.WeakLinks.Papers;
using Noroshi.WeakLinks.Studies;

namespace Noroshi.WeakLinks.Ui;

/// <summary>A study on a page, with its words; or why there is none.</summary>
internal sealed record OpenStudy(RiskStudy? Study, StudyWords Words, bool IsDamaged)
{
    /// <summary>The study of an id; the newest where none is named.</summary>
    internal static OpenStudy Read(StudyStore store, string? id, IStateNames names)
    {
        try
        {
            var study = string.IsNullOrEmpty(id) ? Newest(store) : store.Find(id);
            return new OpenStudy(study, new StudyWords(names, CultureInfo.CurrentUICulture, study), false);
        }
        catch (RefusalException)
        {
            return new OpenStudy(null, new StudyWords(names, CultureInfo.CurrentUICulture), true);
        }
    }

    /// <summary>Says in the status that what the address names is not there, or may not be shown; the page says it in words.</summary>
    internal void Answer(HttpContext context) => context.Response.AnswerWith(IsDamaged ? StatusCodes.Status500InternalServerError : StatusCodes.Status404NotFound);

    private static RiskStudy? Newest(StudyStore store) => store.All() is [var newest, ..] ? newest : null;
}
