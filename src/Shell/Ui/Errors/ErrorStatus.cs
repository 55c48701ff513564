using Microsoft.AspNetCore.Http;

namespace Noroshi.Shell.Ui;

/// <summary>Gives a page an error's status.</summary>
internal static class ErrorStatus
{
    /// <summary>Set with the first byte: a page is only rendered for a request that is in order until then.</summary>
    internal static void AnswerWith(this HttpResponse response, int status) => response.OnStarting(() =>
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    });
}
