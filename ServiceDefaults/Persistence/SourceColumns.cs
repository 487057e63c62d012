using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.ServiceDefaults.Facts;

namespace Regio.ServiceDefaults.Persistence;

/// <summary>Stores where a row comes from in two columns of its own table.</summary>
public static class SourceColumns
{
    /// <summary>Maps the source of a fact.</summary>
    public static void HasSource<T>(this EntityTypeBuilder<T> table, Expression<Func<T, Source>> source)
        where T : class =>
        table.ComplexProperty(source!, columns =>
        {
            columns.IsRequired();
            columns.Property(s => s.Title).HasColumnName("source_title");
            columns.Property(s => s.Place).HasColumnName("source_place");
        });
}
