using Google.Protobuf.WellKnownTypes;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;

namespace Regio.ServiceDefaults.Tests.Grpc;

public sealed class FieldMaskTests
{
    private static readonly string[] Updatable = ["subject", "period"];

    [Fact]
    public void A_mask_gives_the_paths_it_names() =>
        Assert.Equal(["period"], FieldMasks.Paths(new FieldMask { Paths = { "period", " period " } }, Updatable));

    [Fact]
    public void A_star_stands_for_all_that_can_be_changed() =>
        Assert.Equal(Updatable.Order(), FieldMasks.Paths(new FieldMask { Paths = { "*" } }, Updatable).Order());

    [Theory]
    [InlineData("state")]
    [InlineData("etag")]
    [InlineData("id")]
    [InlineData("period.end_date")]
    [InlineData("no_such_field")]
    public void A_path_that_cannot_be_changed_is_refused_by_name(string path)
    {
        var refused = Assert.Throws<DomainException>(() => FieldMasks.Paths(new FieldMask { Paths = { "subject", path } }, Updatable));

        Assert.Equal(("FIELD_NOT_UPDATABLE", RuleKind.Invalid, "update_mask"), (refused.Rule.Code, refused.Rule.Kind, refused.Field));
        Assert.Equal((path, "subject, period"), (refused.Metadata["path"], refused.Metadata["updatable"]));
    }

    [Fact]
    public void Without_a_mask_nothing_is_updated_by_guess()
    {
        Assert.Equal("UPDATE_MASK_MISSING", Assert.Throws<DomainException>(() => FieldMasks.Paths(null, Updatable)).Rule.Code);
        Assert.Equal("UPDATE_MASK_MISSING", Assert.Throws<DomainException>(() => FieldMasks.Paths(new FieldMask { Paths = { " " } }, Updatable)).Rule.Code);
    }

    [Fact]
    public void A_validator_looks_at_a_field_only_when_the_mask_names_it()
    {
        Assert.True(new FieldMask { Paths = { "subject" } }.Names("subject"));
        Assert.True(new FieldMask { Paths = { "*" } }.Names("subject"));
        Assert.False(new FieldMask { Paths = { "period" } }.Names("subject"));
        Assert.False(((FieldMask?)null).Names("subject"));
    }
}
