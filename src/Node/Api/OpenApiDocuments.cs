using Microsoft.OpenApi;

namespace Noroshi.Node.Api;

/// <summary>The description of the JSON API at <c>/openapi/v1.json</c>.</summary>
internal static class OpenApiDocuments
{
    internal static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = described => described.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Noroshi",
                Version = "v1",
                Description = "The JSON API of a Noroshi node. People sign in and use a cookie; machines send an API token as 'Authorization: Bearer …'. "
                    + "Errors are problem+json (RFC 9457) with a traceId.",
                License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
            };
            // Where the node is reached is the reader's to know: behind a proxy our own address would be wrong.
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API token made by an administrator." },
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
            return Task.CompletedTask;
        });
    });

    internal static void MapApiDescription(this IEndpointRouteBuilder routes) => routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
}
