using EssConsult.Kernel.Modules;

namespace EssConsult.Kernel.Admin;

/// <summary>Where a line stands in the administration's menu: the day's work first, what is rarely needed last.</summary>
public enum AdminSection
{
    Daily,
    Contents,
    People,
    Settings,
    Advanced,
}

/// <summary>One line of the administration's menu, stated in <see cref="ModuleManifest.AdminLinks"/>; shown to those who hold the permission.</summary>
/// <param name="Text">The French words, which are also the key of the translation.</param>
/// <param name="Address">Path of the page with its query, from the site's root: <c>/admin/contenus?type=Process</c>.</param>
/// <param name="Order">Among the lines of its section.</param>
public sealed record AdminLink(string Text, string Address, string Permission, AdminSection Section = AdminSection.Daily, int Order = 0);

/// <summary>Lines that are known only while the site runs. Registered as a scoped service; it names those that the present person may open.</summary>
public interface IAdminLinks
{
    IEnumerable<AdminLink> Links { get; }
}
