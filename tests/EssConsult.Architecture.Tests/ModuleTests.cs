using EssConsult.Kernel.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Architecture.Tests;

public sealed class ModuleTests(Sites sites) : IClassFixture<Sites>
{
    [Fact]
    public void A_module_references_what_its_manifest_depends_on_and_nothing_else()
    {
        var wrong = new List<string>();
        foreach (var (project, assembly) in Sources.ModuleProjects.Zip(Assemblies.Modules))
        {
            var manifest = Assemblies.ManifestOf(assembly);
            var references = Sources.References(project).Where(name => !name.StartsWith("EssConsult.Kernel", StringComparison.Ordinal) && Sources.ModuleProjects.Any(module => module.EndsWith($"/{name}.csproj", StringComparison.Ordinal)));
            wrong.AddRange(references.Except(manifest.DependsOn).Select(name => $"{manifest.Id} references {name} without DependsOn"));
            wrong.AddRange(manifest.DependsOn.Except(references).Select(name => $"{manifest.Id} depends on {name} without a reference"));
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Arrows_between_projects_only_go_down()
    {
        string[] levels = ["Libraries", "EssConsult.Kernel", "Modules", "Migrations", "EssConsult.Web"];
        var projects = Sources.Files(".csproj").Where(path => path.StartsWith("src/", StringComparison.Ordinal))
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), path => (Path: path, Level: Array.IndexOf(levels, path.Split('/')[1])));

        var upward = projects.Values.SelectMany(project => Sources.References(project.Path), (project, name) => (project, name))
            .Where(pair => projects[pair.name].Level > pair.project.Level || (projects[pair.name].Level == pair.project.Level && levels[pair.project.Level] is not ("Modules" or "Libraries")))
            .Select(pair => $"{pair.project.Path} references {pair.name}");

        upward.ShouldBeEmpty();
    }

    [Fact]
    public void No_module_depends_on_itself_through_others()
    {
        var dependencies = Assemblies.Modules.Select(Assemblies.ManifestOf).ToDictionary(manifest => manifest.Id, manifest => manifest.DependsOn);
        bool Reaches(string from, string to) => dependencies[from].Any(next => next == to || Reaches(next, to));

        dependencies.Keys.Where(id => Reaches(id, id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_host_names_every_module()
    {
        var site = await sites.OnAsync(Database.Sqlite);

        var named = site.Services.GetRequiredService<ModuleCatalog>().Modules.Select(module => module.Manifest.Id);

        named.ShouldBe(Assemblies.Modules.Select(assembly => assembly.GetName().Name!), ignoreOrder: true);
    }

    [Fact]
    public void A_module_has_the_files_where_a_newcomer_looks_for_them()
    {
        var files = Sources.Files().ToHashSet();
        string[] expected = ["README.md", "Manifest.cs", "Startup.cs", "Permissions.cs"];

        var missing = Sources.ModuleProjects.SelectMany(project => expected.Select(name => $"{Path.GetDirectoryName(project)!.Replace('\\', '/')}/{name}")).Where(path => !files.Contains(path));

        missing.ShouldBeEmpty();
    }
}
