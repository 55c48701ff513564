using Microsoft.AspNetCore.Routing;
using Noroshi.Shell.Audit;

namespace Noroshi.Shell.Access;

/// <summary>The endpoints beside the pages: sign-out, passkey challenges, what is taken away, the audit log as CSV.</summary>
internal static class AccessRoutes
{
    internal static void MapAccess(this IEndpointRouteBuilder endpoints)
    {
        AccountRoutes.Map(endpoints);
        PeopleRoutes.Map(endpoints);
        AuditExport.Map(endpoints);
    }
}
