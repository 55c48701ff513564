using Microsoft.AspNetCore.Http;

namespace Noroshi.Shell.Asking;

/// <summary>Reads the address of a page; what cannot be understood is said on the page, with the status that belongs to it.</summary>
public static class PageAddress
{
    /// <summary>The problem, or null where the address was read.</summary>
    public static WrongAskException? Read(HttpContext context, Action read)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            read();
            return null;
        }
        catch (WrongAskException wrong)
        {
            // Said only when the answer starts: a page that is not found earlier would be replaced by the general one, which cannot say what was meant.
            context.Response.OnStarting(() =>
            {
                context.Response.StatusCode = wrong.IsUnknown ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest;
                return Task.CompletedTask;
            });
            return wrong;
        }
    }
}
