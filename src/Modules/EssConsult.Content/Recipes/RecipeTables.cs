using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Recipes;

internal static class RecipeTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<RecipeRun>(run =>
        {
            run.ToTable("recipe_run").HasKey(row => row.Id);
            run.HasIndex(row => row.StartedUtc);
            run.HasMany(row => row.Steps).WithOne().HasForeignKey(step => step.RunId);
        });
        model.Entity<Upload.RecipeUpload>().ToTable("recipe_upload").HasKey(upload => upload.Id);
        model.Entity<Keeping.KeptRecord>().ToTable("recipe_kept").HasKey(record => new { record.Step, record.Key });
        model.Entity<RecipeRunStep>().ToTable("recipe_run_step").HasKey(step => new { step.RunId, step.Position });
    }
}
