using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace EssConsult.Kernel.Security;

/// <summary>What an endpoint states about who may call it; a test refuses any endpoint that states nothing.</summary>
public interface IStatesPermission
{
    /// <summary>A permission's name, or <c>public</c>, or <c>signed-in</c>.</summary>
    string Statement { get; }
}

/// <summary>Lets in the people whose roles hold the permission.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequirePermissionAttribute(string permission) : AuthorizeAttribute, IAuthorizationRequirementData, IStatesPermission
{
    public string Permission => permission;

    public string Statement => permission;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new PermissionRequirement(permission)];
}

/// <summary>Lets in whoever has an account and is signed in.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignedInAttribute : AuthorizeAttribute, IStatesPermission
{
    public string Statement => "signed-in";
}

/// <summary>Lets everybody in; the handler itself checks what it shows.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicAttribute : Attribute, IAllowAnonymous, IStatesPermission
{
    public string Statement => "public";
}

public static class PermissionConventions
{
    public static TBuilder RequirePermission<TBuilder>(this TBuilder endpoint, string permission)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new RequirePermissionAttribute(permission));

    public static TBuilder Public<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new PublicAttribute());

    public static TBuilder SignedIn<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new SignedInAttribute());
}

internal sealed record PermissionRequirement(string Permission) : IAuthorizationRequirement;

internal sealed class PermissionHandler(CurrentPerson person) : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (person.Can(requirement.Permission))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
