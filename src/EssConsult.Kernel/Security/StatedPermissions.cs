using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EssConsult.Kernel.Security;

internal static class StatedPermissions
{
    /// <summary>Refuses whatever endpoint forgot to say who may call it: an oversight closes a door instead of opening one.</summary>
    public static IApplicationBuilder UseStatedPermissions(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<IStatesPermission>() is null)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    });
}
