using Microsoft.AspNetCore.Http;

namespace Noroshi.Shell.Ui;

/// <summary>Gives a page an error's status.</summary>
public static class ErrorStatus
{
    /// <summary>
    /// Set with the first byte: a page is only rendered for a request that is in order until then, and one that is not found earlier would be replaced by
    /// the general page, which cannot say what was meant.
    /// </summary>
    public static void AnswerWith(this HttpResponse response, int status)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.OnStarting(() =>
        {
            response.StatusCode = status;
            return Task.CompletedTask;
        });
    }
}
