using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NpgsqlTypes;
using Regio.ServiceDefaults.Facts;

namespace Regio.ServiceDefaults.Persistence;

/// <summary>Stores a period as daterange, so that the database itself can refuse overlaps.</summary>
internal sealed class ValidityConverter() : ValueConverter<Validity, NpgsqlRange<DateOnly>>(
    validity => ToRange(validity),
    range => new Validity(range.LowerBound, range.UpperBoundInfinite ? null : range.UpperBound))
{
    private static NpgsqlRange<DateOnly> ToRange(Validity validity) => new(
        validity.From, lowerBoundIsInclusive: true, lowerBoundInfinite: false,
        validity.Until ?? default, upperBoundIsInclusive: false, upperBoundInfinite: validity.Until is null);
}
