namespace EssConsult.Kernel.Modules;

/// <summary>The modules that the host was built with, in the order in which it named them.</summary>
public sealed class ModuleCatalog
{
    private readonly List<IModule> modules = [];

    public IReadOnlyList<IModule> Modules => modules;

    /// <summary>The modules' ids as one text, which distinguishes the models of different sites.</summary>
    internal string Names { get; private set; } = string.Empty;

    public IEnumerable<Permission> Permissions => modules.SelectMany(module => module.Manifest.Permissions).DistinctBy(permission => permission.Name);

    public IModule? Find(string id) => modules.FirstOrDefault(module => string.Equals(module.Manifest.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="InvalidOperationException">A module that it depends on was not added before it.</exception>
    internal void Add(IModule module)
    {
        var missing = module.Manifest.DependsOn.FirstOrDefault(id => Find(id) is null);
        if (missing is not null)
        {
            throw new InvalidOperationException($"{module.Manifest.Id} depends on {missing}: add it first.");
        }

        modules.Add(module);
        Names += " " + module.Manifest.Id;
    }
}
