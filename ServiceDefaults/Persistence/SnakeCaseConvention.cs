using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Regio.ServiceDefaults.Persistence;

/// <summary>Gives tables, columns, keys and indexes the names that SQL is written with.</summary>
internal sealed partial class SnakeCaseConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            NameTable(entity);
            foreach (var property in entity.GetDeclaredProperties())
                property.Builder.HasColumnName(Snake(property.GetColumnName()));
        }

        // Keys and indexes take their names from tables and columns, so they come second.
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            foreach (var key in entity.GetDeclaredKeys())
                key.Builder.HasName(Snake(key.GetName()!));
            foreach (var foreignKey in entity.GetDeclaredForeignKeys())
                foreignKey.Builder.HasConstraintName(Snake(foreignKey.GetConstraintName()!));
            foreach (var index in entity.GetDeclaredIndexes())
                index.Builder.HasDatabaseName(Snake(index.GetDatabaseName()!));
        }
    }

    private static void NameTable(IConventionEntityType entity)
    {
        if (entity.GetTableName() is { } table && !entity.IsMappedToJson())
            entity.Builder.ToTable(Snake(table));
    }

    public static string Snake(string name) => WordStart().Replace(name, "_").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordStart();
}
