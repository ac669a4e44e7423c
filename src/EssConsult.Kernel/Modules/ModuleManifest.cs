using EssConsult.Kernel.Admin;

namespace EssConsult.Kernel.Modules;

/// <summary>What a module is and what it stands on. <c>Id</c> is the assembly's name and the feature id in recipes.</summary>
public sealed record ModuleManifest(string Id, string Name, string Description)
{
    /// <summary>Ids of the modules that this one references; they are enabled with it.</summary>
    public string[] DependsOn { get; init; } = [];

    /// <summary>A module that the site cannot run without is never offered for switching off.</summary>
    public bool AlwaysEnabled { get; init; }

    public Permission[] Permissions { get; init; } = [];

    /// <summary>Its lines in the menu of the administration.</summary>
    public AdminLink[] AdminLinks { get; init; } = [];
}

/// <summary>A right, by Orchard's name where Orchard has one. Holding any of <c>ImpliedBy</c> grants it too.</summary>
public sealed record Permission(string Name, string Description, params string[] ImpliedBy);
