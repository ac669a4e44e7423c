using EssConsult.Content.Definitions;
using EssConsult.Content.Media;
using EssConsult.Content.Routing;
using EssConsult.Content.Taxonomies;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content;

internal static class ContentTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ContentRow>(content =>
        {
            content.ToTable("content").HasKey(row => row.ContentItemVersionId);
            content.HasIndex(row => new { row.ContentItemId, row.Latest });
            content.HasIndex(row => new { row.ContentType, row.Published, row.PublishedUtc });
            content.HasIndex(row => row.ListContentItemId);
            content.HasIndex(row => row.Owner);

            content.Property(row => row.LatestKey).UsePropertyAccessMode(PropertyAccessMode.Property);
            content.Property(row => row.PublishedKey).UsePropertyAccessMode(PropertyAccessMode.Property);
            content.HasIndex(row => row.LatestKey).HasRule("content.edited-elsewhere", "Quelqu’un d’autre vient d’enregistrer ce contenu. Rechargez la page.");
            content.HasIndex(row => row.PublishedKey).HasRule("content.published-elsewhere", "Quelqu’un d’autre vient de publier ce contenu. Rechargez la page.");
        });

        Recipes.RecipeTables.Map(model);
        SiteTemplates.TemplateServices.Map(model);
        Contact.ContactServices.Map(model);
        model.Entity<DefinitionRow>().ToTable("content_definition").HasKey(row => new { row.Kind, row.Name });
        model.Entity<TermUse>(use =>
        {
            use.ToTable("content_term").HasKey(row => new { row.TermContentItemId, row.ContentItemId })
                .HasRule("content.published-elsewhere", "Quelqu’un d’autre vient de publier ce contenu. Rechargez la page.");
            use.HasIndex(row => row.ContentItemId);
        });
        MediaTables.Map(model);
        model.Entity<PathRow>(path =>
        {
            path.ToTable("content_path").HasKey(row => row.Path).HasRule("content.path-taken", "Une autre page a déjà cette adresse.");
            path.HasIndex(row => row.ContentItemId);
        });
    }
}
