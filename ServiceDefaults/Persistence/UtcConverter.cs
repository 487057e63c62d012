using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Regio.ServiceDefaults.Persistence;

/// <summary>Stores every moment as UTC; the driver refuses other offsets.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    value => value.ToUniversalTime(),
    stored => stored);
