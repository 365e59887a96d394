"""Flet themes out of `views.theme`: both brightnesses, Material's own controls, fonts, locale.

Owns what a page must be told once. Must know no session and no screen, and names no colour
that is not a role.
"""

from __future__ import annotations

from dataclasses import replace

import flet as ft

from views import theme

_STADIUM = ft.StadiumBorder()
#: Of a button that stands close to an edge which would cut off what is outside of it.
_RING_WITHIN = {ft.ControlState.FOCUSED: ft.BorderSide(theme.RING, ft.Colors.ON_SURFACE)}


def _rounded(radius: float) -> ft.RoundedRectangleBorder:
    return ft.RoundedRectangleBorder(radius=radius)


def _text_theme() -> ft.TextTheme:
    """Every style with a colour: a style that replaces Material's own brings none along."""
    return ft.TextTheme(
        display_large=_inked(theme.type_style(44, 800, height=1.15)),
        display_medium=_inked(theme.type_style(36, 800, height=1.15)),
        display_small=_inked(theme.DISPLAY),
        headline_large=_inked(theme.DISPLAY),
        headline_medium=_inked(theme.PAGE_TITLE),
        headline_small=_inked(theme.PAGE_TITLE),
        title_large=_inked(theme.CARD_TITLE),
        title_medium=_inked(theme.TASK),
        title_small=_inked(theme.LABEL),
        body_large=_inked(theme.BODY),
        body_medium=_inked(theme.BODY),
        body_small=_inked(theme.META),
        label_large=_inked(theme.LABEL),
        label_medium=_inked(theme.META_STRONG),
        label_small=_inked(theme.META_STRONG),
    )


def _inked(style: ft.TextStyle) -> ft.TextStyle:
    # With the font itself among those to fall back on: figures alone have another one.
    fonts = [theme.FAMILY, theme.EMOJI, theme.ARABIC]
    return replace(style, color=ft.Colors.ON_SURFACE, font_family_fallback=fonts)


def _button(side: ft.BorderSide | None = None, horizontal: float = 20) -> ft.ButtonStyle:
    return ft.ButtonStyle(
        text_style=theme.LABEL,
        padding=ft.Padding.symmetric(horizontal=horizontal, vertical=16),
        shape=_STADIUM,
        side=_ringed(side),
    )


def _ringed(side: ft.BorderSide | None = None) -> dict[ft.ControlState, ft.BorderSide]:
    """A button's border, which is a ring around it while it has the focus."""
    # Outside it stands out from a filled button's colour as well.
    ring = ft.BorderSide(
        theme.RING, ft.Colors.ON_SURFACE, stroke_align=ft.BorderSideStrokeAlign.OUTSIDE
    )
    sides = {ft.ControlState.FOCUSED: ring}
    return sides if side is None else {**sides, ft.ControlState.DEFAULT: side}


def _picker_buttons() -> ft.ButtonStyle:
    return ft.ButtonStyle(text_style=theme.LABEL)


def _theme(scheme: ft.ColorScheme) -> ft.Theme:
    return ft.Theme(
        use_material3=True,
        color_scheme_seed=theme.SEED,
        color_scheme=scheme,
        font_family=theme.FAMILY,
        text_theme=_text_theme(),
        scaffold_bgcolor=ft.Colors.SURFACE,
        canvas_color=ft.Colors.SURFACE,
        hint_color=ft.Colors.ON_SURFACE_VARIANT,
        hover_color=ft.Colors.with_opacity(0.06, ft.Colors.ON_SURFACE),
        focus_color=ft.Colors.with_opacity(theme.FOCUS, ft.Colors.PRIMARY),
        highlight_color=ft.Colors.with_opacity(0.05, ft.Colors.ON_SURFACE),
        splash_color=ft.Colors.with_opacity(0.08, ft.Colors.PRIMARY),
        visual_density=ft.VisualDensity.STANDARD,
        page_transitions=ft.PageTransitionsTheme(
            android=ft.PageTransitionTheme.PREDICTIVE,
            ios=ft.PageTransitionTheme.CUPERTINO,
            macos=ft.PageTransitionTheme.FADE_UPWARDS,
            linux=ft.PageTransitionTheme.FADE_UPWARDS,
            windows=ft.PageTransitionTheme.FADE_UPWARDS,
        ),
        filled_button_theme=ft.FilledButtonTheme(style=_button(horizontal=24)),
        outlined_button_theme=ft.OutlinedButtonTheme(
            style=_button(ft.BorderSide(1, ft.Colors.OUTLINE))
        ),
        text_button_theme=ft.TextButtonTheme(style=_button(horizontal=12)),
        icon_button_theme=ft.IconButtonTheme(
            style=ft.ButtonStyle(icon_color=ft.Colors.ON_SURFACE, icon_size=22, side=_RING_WITHIN)
        ),
        floating_action_button_theme=ft.FloatingActionButtonTheme(
            bgcolor=theme.HERO,
            foreground_color=theme.ON_HERO,
            elevation=3,
            shape=_rounded(theme.RADIUS_CARD),
        ),
        navigation_bar_theme=ft.NavigationBarTheme(
            label_text_style={
                ft.ControlState.SELECTED: theme.type_style(
                    12.5, 700, height=1.3, color=ft.Colors.ON_SURFACE
                ),
                ft.ControlState.DEFAULT: theme.type_style(
                    12.5, 600, height=1.3, color=ft.Colors.ON_SURFACE_VARIANT
                ),
            },
        ),
        chip_theme=ft.ChipTheme(
            bgcolor=ft.Colors.TRANSPARENT,
            selected_color=ft.Colors.SECONDARY_CONTAINER,
            border_side=ft.BorderSide(1, ft.Colors.OUTLINE_VARIANT),
            shape=_rounded(theme.RADIUS_CHIP),
            show_checkmark=False,
            label_text_style=theme.LABEL,
        ),
        dialog_theme=ft.DialogTheme(
            bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
            shape=_rounded(theme.RADIUS_SHEET),
            title_text_style=_inked(theme.CARD_TITLE),
            content_text_style=_inked(theme.BODY),
        ),
        bottom_sheet_theme=ft.BottomSheetTheme(
            bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
            shape=ft.RoundedRectangleBorder(
                radius=ft.BorderRadius.only(
                    top_left=theme.RADIUS_SHEET, top_right=theme.RADIUS_SHEET
                )
            ),
            clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        ),
        popup_menu_theme=ft.PopupMenuTheme(
            color=ft.Colors.SURFACE_CONTAINER,
            shape=_rounded(theme.RADIUS_BANNER),
            label_text_style=theme.BODY.copy(color=ft.Colors.ON_SURFACE),
            elevation=2,
        ),
        divider_theme=ft.DividerTheme(color=ft.Colors.OUTLINE_VARIANT, thickness=1, space=1),
        progress_indicator_theme=ft.ProgressIndicatorTheme(
            color=ft.Colors.PRIMARY,
            linear_track_color=ft.Colors.SURFACE_CONTAINER_HIGH,
            circular_track_color=ft.Colors.SURFACE_CONTAINER_HIGH,
        ),
        scrollbar_theme=ft.ScrollbarTheme(thickness=6, radius=3),
        tooltip_theme=ft.TooltipTheme(
            wait_duration=ft.Duration(milliseconds=500),
            text_style=theme.type_style(12.5, 600, color=ft.Colors.ON_INVERSE_SURFACE),
            decoration=ft.BoxDecoration(
                bgcolor=ft.Colors.INVERSE_SURFACE, border_radius=ft.BorderRadius.all(8)
            ),
        ),
        date_picker_theme=ft.DatePickerTheme(
            bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
            header_headline_text_style=theme.type_style(24, 700, height=1.2),
            header_help_text_style=theme.LABEL,
            day_text_style=theme.META_STRONG,
            weekday_text_style=theme.META,
            shape=_rounded(theme.RADIUS_SHEET),
            cancel_button_style=_picker_buttons(),
            confirm_button_style=_picker_buttons(),
        ),
        time_picker_theme=ft.TimePickerTheme(
            bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
            help_text_style=theme.LABEL,
            shape=_rounded(theme.RADIUS_SHEET),
            cancel_button_style=_picker_buttons(),
            confirm_button_style=_picker_buttons(),
        ),
    )


def locale_of(language: str, first_weekday: int) -> ft.LocaleConfiguration:
    """The locale of Flet's own words, such as a date picker's.

    A picker's week begins where its country's does: of the two that the app offers in English,
    Britain's begins on Monday and America's on Sunday.

    Args:
        language: of the session.
        first_weekday: 0 is Monday.
    """
    if language == "id":
        # Indonesian week starts on Sunday in Flutter's tables; Malay's of Malaysia is no help.
        current = ft.Locale("id", "ID")
    else:
        current = ft.Locale("en", "US" if first_weekday == 6 else "GB")
    return ft.LocaleConfiguration(
        supported_locales=[
            ft.Locale("id", "ID"),
            ft.Locale("en", "GB"),
            ft.Locale("en", "US"),
        ],
        current_locale=current,
    )


def theme_mode_of(name: str) -> ft.ThemeMode:
    """Flet's theme mode of the setting's name."""
    return ft.ThemeMode(name)


async def dress(page: ft.Page) -> None:
    """Give `page` DoCheck's fonts and themes, once, before anything is shown.

    Hand it to `ft.run(…, before_main=dress)`: then they are part of the first answer to the
    client. Sent after it, a slow client may draw its first page and miss them for good.
    """
    if page.theme is not None:
        return
    page.title = "DoCheck"
    page.fonts = dict(theme.FONT_FILES)
    page.theme = _theme(theme.LIGHT)
    page.dark_theme = _theme(theme.DARK)
